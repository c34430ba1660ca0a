import { describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { countCart, listExpiredItems } from "@/lib/cart/queries";
import { removeItem } from "@/lib/cart/remove-item";
import { placeOrder } from "@/lib/orders/place-order";

const { db } = testDatabase();
const DAY = 24 * 60;

describe("counting a cart", () => {
  it("is nothing for who has none yet, and makes none", async () => {
    const ctx = await somebody(db);
    expect(await countCart(ctx)).toEqual({ total_items: 0, total_quantity: 0 });
    expect(await linesOf(ctx)).toEqual([]);
  });

  it("counts lines and pieces of one's own that are live", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    await aLine(ctx, { quantity: 2 });
    const { item } = await aLine(ctx, { quantity: 3 });
    await aLine(other, { quantity: 7 });
    expect(await countCart(ctx)).toEqual({ total_items: 2, total_quantity: 5 });
    await removeItem(ctx, { itemId: item.id });
    expect(await countCart(ctx)).toEqual({ total_items: 1, total_quantity: 2 });
  });

  it("leaves expired lines out before anything has set them inactive", async () => {
    const ctx = await somebody(db);
    await aLine(ctx, { quantity: 2 });
    await aLine(laterOn(ctx, 1), { quantity: 3 });
    expect(await countCart(laterOn(ctx, DAY))).toEqual({ total_items: 1, total_quantity: 3 });
    expect((await linesOf(ctx)).every((line) => line.isActive)).toBe(true);
  });

  it("is nothing after the order", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await placeOrder(ctx, orderInput());
    expect(await countCart(ctx)).toEqual({ total_items: 0, total_quantity: 0 });
  });
});

describe("what can be put back", () => {
  it("is what ran out in the last week, newest first, and only one's own", async () => {
    const [ctx, other] = [await somebody(db), await somebody(db)];
    const { item: first } = await aLine(ctx);
    const { item: second } = await aLine(ctx);
    await aLine(other);
    const tomorrow = laterOn(ctx, DAY);
    await getCart(tomorrow);
    await getCart({ ...other, now: tomorrow.now });
    expect((await listExpiredItems(tomorrow)).map((item) => item.id)).toEqual([second.id, first.id]);
    expect((await listExpiredItems(tomorrow))[0]).toMatchObject({ is_active: false, is_expired: true });
    expect(await listExpiredItems(laterOn(tomorrow, 7 * DAY))).toEqual([]);
  });

  it("does not name a product that is in the cart again, nor one twice, nor what was removed", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx);
    const { item: removed } = await aLine(ctx);
    await removeItem(ctx, { itemId: removed.id });
    const tomorrow = laterOn(ctx, DAY);
    const { item: again } = await addItem(tomorrow, { product_item_code: product.itemCode, quantity: 1 });
    expect(await listExpiredItems(tomorrow)).toEqual([]);
    const dayAfter = laterOn(tomorrow, DAY);
    await getCart(dayAfter);
    expect((await listExpiredItems(dayAfter)).map((item) => item.id)).toEqual([again.id]);
  });
});
