import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, aProduct, NOON, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import { listShortages } from "@/lib/orders/list-shortages";
import { retakeStock, returnStock } from "@/lib/orders/return-stock";

const { db } = testDatabase({ max: 20 });

async function anOrderOfTwo() {
  const ctx = await somebody(db);
  const first = await aLine(ctx, { quantity: 3 });
  const second = await aLine(ctx, { quantity: 4 });
  const { id } = await placeOrder(ctx, orderInput());
  const stocks = async () => [await stockOf(db, first.product.id), await stockOf(db, second.product.id)];
  return { orderId: id, second: second.product.id, stocks };
}

it("names what cannot be had, and how much of it there is", async () => {
  const [plenty, few, hidden] = [
    await aProduct(db),
    await aProduct(db, { stock: 1 }),
    await aProduct(db, { isActive: false }),
  ];
  const lines = [plenty, few, hidden].map(({ id }) => ({ productId: id, quantity: 2 }));
  const shortages = await listShortages(db, lines);
  expect(shortages).toHaveLength(2);
  expect(shortages).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ product_item_code: few.itemCode, available: 1, is_active: true }),
      expect.objectContaining({ product_item_code: hidden.itemCode, available: 0, is_active: false }),
    ]),
  );
});

it("an order's stock returns, and can be taken again, all of it", async () => {
  const { orderId, stocks } = await anOrderOfTwo();
  expect(await stocks()).toEqual([7, 6]);
  await returnStock(db, { orderId, now: NOON });
  expect(await stocks()).toEqual([10, 10]);
  expect(await retakeStock(db, { orderId, now: NOON })).toHaveLength(2);
  expect(await stocks()).toEqual([7, 6]);
});

it("an order's stock is not taken again where a part of it is gone", async () => {
  const { orderId, second, stocks } = await anOrderOfTwo();
  await returnStock(db, { orderId, now: NOON });
  await db.update(products).set({ stock: 3 }).where(eq(products.id, second));
  expect(await retakeStock(db, { orderId, now: NOON })).toEqual([]);
  expect(await stocks()).toEqual([10, 3]);
});

it("stock that returns and is taken at the same moment is never lost or made", async () => {
  const { orderId, stocks } = await anOrderOfTwo();
  const { done } = await atOnce(40, async (lane) => {
    if (lane % 2 === 0) return (await returnStock(db, { orderId, now: NOON })).length > 0 ? 1 : 0;
    return (await retakeStock(db, { orderId, now: NOON })).length > 0 ? -1 : 0;
  });
  const returned = done.reduce<number>((sum, step) => sum + step, 0);
  expect(await stocks()).toEqual([7 + 3 * returned, 6 + 4 * returned]);
});
