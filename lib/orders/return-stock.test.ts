import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, NOON, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { placeOrder } from "@/lib/orders/place-order";
import { retakeStock, returnStock } from "@/lib/orders/return-stock";

const { db } = testDatabase({ max: 20 });

const giveBack = (orderId: number) => db.transaction((tx) => returnStock(tx, { orderId, now: NOON }));
const takeAgain = (orderId: number) => db.transaction((tx) => retakeStock(tx, { orderId, now: NOON }));

async function anOrderOfTwo() {
  const ctx = await somebody(db);
  const first = await aLine(ctx, { quantity: 3 });
  const second = await aLine(ctx, { quantity: 4 });
  const { id } = await placeOrder(ctx, orderInput());
  const stocks = async () => [await stockOf(db, first.product.id), await stockOf(db, second.product.id)];
  return { orderId: id, second: second.product.id, stocks };
}

it("an order's stock returns, and can be taken again, all of it", async () => {
  const { orderId, stocks } = await anOrderOfTwo();
  expect(await stocks()).toEqual([7, 6]);
  await giveBack(orderId);
  expect(await stocks()).toEqual([10, 10]);
  expect(await takeAgain(orderId)).toBe(true);
  expect(await stocks()).toEqual([7, 6]);
});

it("an order's stock is not taken again where a part of it is gone", async () => {
  const { orderId, second, stocks } = await anOrderOfTwo();
  await giveBack(orderId);
  await db.update(products).set({ stock: 3 }).where(eq(products.id, second));
  expect(await takeAgain(orderId)).toBe(false);
  expect(await stocks()).toEqual([10, 3]);
});

it("stock that returns and is taken at the same moment is never lost or made", async () => {
  const { orderId, stocks } = await anOrderOfTwo();
  const { done } = await atOnce(40, async (lane) => {
    if (lane % 2 === 1) return (await takeAgain(orderId)) ? -1 : 0;
    await giveBack(orderId);
    return 1;
  });
  const returned = done.reduce<number>((sum, step) => sum + step, 0);
  expect(await stocks()).toEqual([7 + 3 * returned, 6 + 4 * returned]);
});

it("who takes an order's stock again waits for whoever sells the last of it, and then knows that it is gone", async () => {
  const { orderId, second, stocks } = await anOrderOfTwo();
  await giveBack(orderId);
  let taking: Promise<boolean> | undefined;
  await db.transaction(async (tx) => {
    await tx.update(products).set({ stock: 3 }).where(eq(products.id, second));
    taking = takeAgain(orderId);
    await untilWaiting(db);
  });
  expect(await taking).toBe(false);
  expect(await stocks()).toEqual([10, 3]);
});
