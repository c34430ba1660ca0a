import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { clearCart } from "@/lib/cart/clear-cart";
import { getCart } from "@/lib/cart/get-cart";
import { putBackItem } from "@/lib/cart/put-back-item";
import { listExpiredItems } from "@/lib/cart/queries";
import { updateItem } from "@/lib/cart/update-item";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });
const DAY = 24 * 60;

async function anExpiredLine(ctx: UserCtx, offer: { quantity?: number; stock?: number } = {}) {
  const line = await aLine(ctx, { quantity: 4, ...offer });
  await updateItem(ctx, { itemId: line.item.id, notes: "gift" });
  const tomorrow = laterOn(ctx, DAY);
  await getCart(tomorrow);
  return { ...line, tomorrow };
}

describe("putting an expired line back", () => {
  it("keeps quantity and notes, at today's price, for another full time", async () => {
    const ctx = await somebody(db);
    const { item, product, tomorrow } = await anExpiredLine(ctx);
    await db
      .update(products)
      .set({ pricePaisa: paisa(100_00) })
      .where(eq(products.id, product.id));
    const back = await putBackItem(tomorrow, { itemId: item.id });
    expect(back).toMatchObject({ quantity: 4, notes: "gift", unit_price: "100.00", is_expired: false });
    expect(back.expires_at).toBe("2026-11-27T07:00:00.000Z");
    expect(await linesOf(ctx)).toMatchObject([
      { id: item.id, isActive: false, endedAs: "put_back" },
      { id: back.id, isActive: true, quantity: 4 },
    ]);
    expect(await listExpiredItems(tomorrow)).toEqual([]);
  });

  it("adds up where the product is in the cart again", async () => {
    const ctx = await somebody(db);
    const { item, product, tomorrow } = await anExpiredLine(ctx);
    await addItem(tomorrow, { product_item_code: product.itemCode, quantity: 2 });
    expect((await putBackItem(tomorrow, { itemId: item.id })).quantity).toBe(6);
  });

  it("of twenty at once one puts it back", async () => {
    const ctx = await somebody(db);
    const { item, tomorrow } = await anExpiredLine(ctx, { stock: 1000 });
    const { done, refused } = await atOnce(20, () => putBackItem(tomorrow, { itemId: item.id }));
    expect(done).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(["item_not_found"]));
    expect((await getCart(tomorrow)).total_quantity).toBe(4);
  });
});

describe("refusals", () => {
  it("what is not to be had can be put back later: the refusal takes nothing away", async () => {
    const ctx = await somebody(db);
    const { item, product, tomorrow } = await anExpiredLine(ctx);
    await db.update(products).set({ stock: 3 }).where(eq(products.id, product.id));
    const refused = putBackItem(tomorrow, { itemId: item.id });
    await expect(refused).rejects.toMatchObject({ code: "insufficient_stock", extra: { available: 3 } });
    await db.update(products).set({ stock: 4, isActive: false }).where(eq(products.id, product.id));
    await expect(putBackItem(tomorrow, { itemId: item.id })).rejects.toMatchObject({ code: "product_unavailable" });
    await db.update(products).set({ isActive: true }).where(eq(products.id, product.id));
    expect((await putBackItem(tomorrow, { itemId: item.id })).quantity).toBe(4);
  });

  it("a live line, a removed one, another person's, one put back before, and one that never was", async () => {
    const [ctx, stranger] = [await somebody(db), await somebody(db)];
    const { item, tomorrow } = await anExpiredLine(ctx);
    const { item: live } = await aLine(tomorrow);
    const refuse = async (who: UserCtx, itemId: number) =>
      expect(putBackItem(who, { itemId })).rejects.toMatchObject({ code: "item_not_found" });
    await refuse(tomorrow, live.id);
    await refuse({ ...stranger, now: tomorrow.now }, item.id);
    await refuse(tomorrow, 999_999);
    await putBackItem(tomorrow, { itemId: item.id });
    await refuse(tomorrow, item.id);
    await clearCart(tomorrow);
    await refuse(tomorrow, live.id);
  });
});
