import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aLine, anOrder } from "@/db/test-fixtures";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();

const looksOf = ({ actor }: UserCtx) =>
  db
    .select({ action: auditLog.action, subject: auditLog.subject, device: auditLog.fromDevice })
    .from(auditLog)
    .where(eq(auditLog.actor, `user:${actor.userId}`))
    .orderBy(asc(auditLog.id));

test("every door through which the staff see who somebody is tells of it", async () => {
  const buyer = await signedIn(db);
  const { order } = await anOrder(buyer);
  await aLine(buyer);
  const admin = await signedIn(db, "admin");
  const look = async (path: string, params = {}) => {
    const answer = await ask(await doorAt(path), "GET", {
      cookie: admin.cookie,
      params,
      headers: { "user-agent": "Till" },
    });
    expect([path, answer.status]).toEqual([path, 200]);
  };
  await look("cart/orders");
  await look("cart/orders/[id]", { id: `${order.id}` });
  await look("admin/people");
  await look("admin/people/[id]", { id: `${buyer.actor.userId}` });
  await look("admin/carts");
  await look("admin/people/[id]", { id: `${buyer.actor.userId}` });
  expect((await looksOf(admin)).map(({ action, subject, device }) => [action, subject, device])).toEqual([
    ["orders.look", "orders", "Till"],
    ["order.look", `order:${order.id}`, "Till"],
    ["people.look", "people", "Till"],
    ["person.look", `user:${buyer.actor.userId}`, "Till"],
    ["carts.look", "carts", "Till"],
  ]);
  const { cookie } = buyer;
  await ask(await doorAt("cart/orders/[id]"), "GET", { cookie, params: { id: `${order.id}` } });
  expect(await looksOf(buyer)).toEqual([]);
});
