import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, NOON, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { removeItem } from "@/lib/cart/remove-item";
import { placeOrder } from "@/lib/orders/place-order";

const { db } = testDatabase({ max: 20 });

it("a removed line stays as an inactive row, and is gone for the person from then on", async () => {
  const ctx = await somebody(db);
  const { item } = await aLine(ctx);
  const { item: kept } = await aLine(ctx);
  expect(await removeItem(ctx, { itemId: item.id })).toEqual({ removedAt: NOON });
  await expect(removeItem(ctx, { itemId: item.id })).rejects.toMatchObject({ code: "item_not_found" });
  expect(await linesOf(ctx)).toMatchObject([
    { id: item.id, isActive: false, endedAs: "removed" },
    { id: kept.id, isActive: true },
  ]);
  expect((await getCart(ctx)).items.map((line) => line.id)).toEqual([kept.id]);
});

it("the product can come back as a new line", async () => {
  const ctx = await somebody(db);
  const { item, product } = await aLine(ctx, { quantity: 5 });
  await removeItem(ctx, { itemId: item.id });
  const { item: again, isNew } = await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
  expect(isNew).toBe(true);
  expect(again).toMatchObject({ quantity: 1 });
  expect(again.id).not.toBe(item.id);
});

it("nobody removes another person's line", async () => {
  const [owner, stranger] = [await somebody(db), await somebody(db)];
  const { item } = await aLine(owner);
  await expect(removeItem(stranger, { itemId: item.id })).rejects.toMatchObject({ code: "item_not_found" });
  expect(await linesOf(owner)).toMatchObject([{ isActive: true }]);
});

it("an expired line is not found, and ends as expired, not as removed", async () => {
  const ctx = await somebody(db);
  const { item } = await aLine(ctx);
  const removal = removeItem(laterOn(ctx, 24 * 60), { itemId: item.id });
  await expect(removal).rejects.toMatchObject({ code: "item_not_found" });
  expect(await linesOf(ctx)).toMatchObject([{ isActive: false, endedAs: "expired" }]);
});

it("of twenty removals at once one removes", async () => {
  const ctx = await somebody(db);
  const { item } = await aLine(ctx);
  const { done, refused } = await atOnce(20, () => removeItem(ctx, { itemId: item.id }));
  expect(done).toHaveLength(1);
  expect(new Set(refused)).toEqual(new Set(["item_not_found"]));
});

it("a line that is removed at the moment of the order is ordered or removed, never both", async () => {
  for (let round = 0; round < 10; round++) {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx);
    const [order, removal] = await Promise.all([
      atOnce(1, () => placeOrder(ctx, orderInput())),
      atOnce(1, () => removeItem(ctx, { itemId: item.id })),
    ]);
    expect(order.done.length + removal.done.length).toBe(1);
    expect(await linesOf(ctx)).toMatchObject([{ endedAs: order.done.length === 1 ? "ordered" : "removed" }]);
  }
});
