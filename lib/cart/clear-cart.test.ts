import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { cartItems, carts } from "@/db/schema/carts";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { clearCart } from "@/lib/cart/clear-cart";
import { getCart } from "@/lib/cart/get-cart";
import { updateItem } from "@/lib/cart/update-item";
import { placeOrder } from "@/lib/orders/place-order";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase({ max: 20 });

/** A cart whose rows lie in the table in another order than they were made. */
async function shuffledCart(ctx: UserCtx) {
  const lines = [await aLine(ctx), await aLine(ctx), await aLine(ctx), await aLine(ctx)];
  for (const { item } of lines.slice(0, 2)) await updateItem(ctx, { itemId: item.id, quantity: 3 });
}

it("takes every line out of one's own cart, the rows stay, and nobody else's are touched", async () => {
  const [ctx, other] = [await somebody(db), await somebody(db)];
  await aLine(ctx);
  await aLine(ctx);
  await aLine(other);
  expect(await clearCart(ctx)).toEqual({ clearedAt: NOON });
  expect((await linesOf(ctx)).map((line) => [line.isActive, line.endedAs])).toEqual([
    [false, "removed"],
    [false, "removed"],
  ]);
  expect((await getCart(other)).total_items).toBe(1);
});

it("an empty cart, or none, is cleared as well, as often as one likes", async () => {
  const ctx = await somebody(db);
  await clearCart(ctx);
  await aLine(ctx);
  await clearCart(ctx);
  const removed = await linesOf(ctx);
  await clearCart(laterOn(ctx, 5));
  expect(await linesOf(ctx)).toEqual(removed);
});

it("what had expired before ends as expired", async () => {
  const ctx = await somebody(db);
  await aLine(ctx);
  const tomorrow = laterOn(ctx, 24 * 60);
  await aLine(tomorrow);
  await clearCart(tomorrow);
  expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual(["expired", "removed"]);
});

it("waits for whoever holds the cart before it touches a line, so that it never locks an order out", async () => {
  const ctx = await somebody(db);
  await shuffledCart(ctx);
  const own = (await linesOf(ctx)).map((line) => line.id);
  let clearing = Promise.resolve<unknown>(null);
  await db.transaction(async (tx) => {
    await tx.select().from(carts).where(eq(carts.userId, ctx.actor.userId)).for("update");
    clearing = clearCart(ctx);
    await untilWaiting(db);
    const untouched = await tx
      .select()
      .from(cartItems)
      .where(inArray(cartItems.id, own))
      .for("update", { noWait: true });
    expect(untouched).toHaveLength(4);
  });
  await clearing;
  expect((await getCart(ctx)).items).toEqual([]);
});

it("at the moment of an order the lines are ordered or removed, all of them alike", async () => {
  for (let round = 0; round < 8; round++) {
    const ctx = await somebody(db);
    await shuffledCart(ctx);
    const [order] = await Promise.all([
      atOnce(1, () => placeOrder(ctx, orderInput())),
      atOnce(3, () => clearCart(ctx)),
    ]);
    const ends = new Set((await linesOf(ctx)).map((line) => line.endedAs));
    expect(ends).toEqual(new Set([order.done.length === 1 ? "ordered" : "removed"]));
  }
});
