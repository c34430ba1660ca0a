import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { atOnce } from "@/db/at-once";
import { cartItems, carts } from "@/db/schema/carts";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine } from "@/db/test-fixtures";
import { expireCarts } from "@/lib/cart/expire-carts";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });
const list = await doorAt("admin/carts");
const expire = await doorAt("admin/carts/expire");

const age = ({ actor }: UserCtx, hours: number) =>
  db
    .update(cartItems)
    .set({ createdAt: sql`now() - make_interval(mins => ${hours * 60}::int)` })
    .where(sql`cart_id = (select id from ${carts} where user_id = ${actor.userId})`);

const holding = async (hours: number) => {
  const ctx = await signedIn(db);
  const { product } = await aLine(ctx);
  await age(ctx, hours);
  return { ...ctx, product };
};

test("staff see whose carts hold what, what ends within the hour and what has ended; nobody else does", async () => {
  const staff = await signedIn(db, "staff");
  const young = await holding(1);
  const old = await holding(23.5);
  const over = await holding(25);
  const guest = await aGuest(db, { now: new Date() });
  await aLine(guest);
  expect(await ask(list, "GET", { cookie: young.cookie })).toMatchObject({ status: 403 });
  const of = async (state: string) =>
    (await ask(list, "GET", { cookie: staff.cookie, query: `?state=${state}` })).json.results.map(
      (cart: { user_id: number }) => cart.user_id,
    );
  expect(await of("live")).toEqual([guest, old, young].map(({ actor }) => actor.userId));
  expect(await of("expiring")).toEqual([old.actor.userId]);
  expect(await of("expired")).toEqual([over.actor.userId]);
  const { json } = await ask(list, "GET", { cookie: staff.cookie });
  expect(json.count).toBe(3);
  expect(json.results[0]).toMatchObject({ is_guest: true, email: null });
  expect(json.results[2]).toMatchObject({
    is_guest: false,
    email: expect.stringContaining("@"),
    value: "3000.00",
    lines: [{ product_item_code: young.product.itemCode, quantity: 2, subtotal: "3000.00", is_active: true }],
  });
  expect(await ask(list, "GET", { cookie: staff.cookie, query: "?state=lost" })).toMatchObject({ status: 400 });
});

test("expiring now says first how much it would be, does it once, and is in the audit", async () => {
  await db.update(cartItems).set({ isActive: false, endedAs: "removed" });
  const staff = await signedIn(db, "staff");
  const customer = await signedIn(db);
  await holding(25);
  await holding(2);
  const ask1 = (body?: object) => ask(expire, "POST", { cookie: staff.cookie, body });
  expect(await ask(expire, "POST", { cookie: customer.cookie })).toMatchObject({ status: 403 });
  expect(await ask1({ dry_run: "yes" })).toMatchObject({ status: 400 });
  expect((await ask1({ dry_run: true })).json).toEqual({ expired: 1, dry_run: true });
  expect((await ask1()).json).toEqual({ expired: 1, dry_run: false });
  expect((await ask1()).json).toEqual({ expired: 0, dry_run: false });
  const entries = await db.select().from(auditLog).where(eq(auditLog.action, "carts.expire"));
  expect(entries).toMatchObject([{ actor: `user:${staff.actor.userId}`, details: { lines: 1 } }]);
});

test("of twenty who expire at once each line is ended by one", async () => {
  const staff = await signedIn(db, "staff");
  for (let lines = 0; lines < 5; lines++) await holding(30);
  const { done } = await atOnce(20, () => expireCarts(staff));
  expect(done.reduce((sum, { expired }) => sum + expired, 0)).toBe(5);
});
