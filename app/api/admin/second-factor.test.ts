import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { sessions } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { asInProduction } from "@/app/api/admin/test-production";

const { db } = testDatabase();
const audit = await doorAt("admin/audit");
const people = await doorAt("admin/people");
const orders = await doorAt("cart/orders");
const reviews = await doorAt("cart/reviews");

test("where money is real, an administrator is nobody's superior until the second factor was asked for", () =>
  asInProduction(async () => {
    const admin = await signedIn(db, "admin");
    const buyer = await signedIn(db);
    const { cookie } = admin;
    for (const door of [audit, people, reviews]) {
      const refused = { status: 403, json: { code: "second_factor_required" } };
      expect(await ask(door, "GET", { cookie })).toMatchObject(refused);
    }
    expect((await ask(orders, "GET", { cookie })).json).toMatchObject({ count: 0 });
    expect(await ask(audit, "GET", { cookie: buyer.cookie })).toMatchObject({ json: { code: "forbidden" } });
    await db.update(sessions).set({ secondFactorAt: admin.now }).where(eq(sessions.userId, admin.actor.userId));
    for (const door of [audit, people, reviews]) expect((await ask(door, "GET", { cookie })).status).toBe(200);
  }));

test("staff work without one, and where money is pretended, administrators too", async () => {
  const admin = await signedIn(db, "admin");
  expect((await ask(audit, "GET", { cookie: admin.cookie })).status).toBe(200);
  await asInProduction(async () => {
    const { cookie } = await signedIn(db, "staff");
    expect((await ask(reviews, "GET", { cookie })).status).toBe(200);
  });
});
