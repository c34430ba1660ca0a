import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, orderInput, somebody } from "@/db/test-fixtures";
import { removeItem } from "@/lib/cart/remove-item";
import { updateItem } from "@/lib/cart/update-item";
import { placeOrder } from "@/lib/orders/place-order";

const { db } = testDatabase({ max: 20 });
const DAY = 24 * 60;

describe("changing a line", () => {
  it("sets the quantity, keeps notes and age", async () => {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx, { quantity: 2 });
    const changed = await updateItem(laterOn(ctx, 5), { itemId: item.id, quantity: 7, notes: "for Ali" });
    expect(changed).toMatchObject({ quantity: 7, subtotal: "10500.00", notes: "for Ali", created_at: item.created_at });
    const again = await updateItem(laterOn(ctx, 6), { itemId: item.id, quantity: 1 });
    expect(again).toMatchObject({ quantity: 1, notes: "for Ali", updated_at: "2026-11-25T07:06:00.000Z" });
  });

  it("the same change twice is the same line", async () => {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx);
    const first = await updateItem(ctx, { itemId: item.id, quantity: 3 });
    expect(await updateItem(ctx, { itemId: item.id, quantity: 3 })).toEqual(first);
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 3 }]);
  });

  it("notes alone can be changed where the product is not sold any more, and emptied", async () => {
    const ctx = await somebody(db);
    const { item, product } = await aLine(ctx);
    await db.update(products).set({ isActive: false, stock: 0 }).where(eq(products.id, product.id));
    expect((await updateItem(ctx, { itemId: item.id, notes: "later" })).notes).toBe("later");
    expect((await updateItem(ctx, { itemId: item.id, notes: "" })).notes).toBe("");
  });
});

describe("refusals", () => {
  it("more than there is, with what there is; the line stays as it was", async () => {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx, { quantity: 2, stock: 5 });
    const refused = updateItem(ctx, { itemId: item.id, quantity: 6 });
    await expect(refused).rejects.toMatchObject({ code: "insufficient_stock", extra: { available: 5 } });
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 2 }]);
    expect((await updateItem(ctx, { itemId: item.id, quantity: 5 })).quantity).toBe(5);
  });

  it("a quantity of a product that is not sold any more", async () => {
    const ctx = await somebody(db);
    const { item, product } = await aLine(ctx);
    await db.update(products).set({ isActive: false }).where(eq(products.id, product.id));
    const refused = updateItem(ctx, { itemId: item.id, quantity: 1 });
    await expect(refused).rejects.toMatchObject({ code: "product_unavailable" });
  });

  it("another person's line, and one that never was", async () => {
    const [owner, stranger] = [await somebody(db), await somebody(db)];
    const { item } = await aLine(owner);
    await aLine(stranger);
    for (const itemId of [item.id, 999_999]) {
      await expect(updateItem(stranger, { itemId, quantity: 1 })).rejects.toMatchObject({ code: "item_not_found" });
    }
    expect(await linesOf(owner)).toMatchObject([{ quantity: 2 }]);
  });

  it("a line that was removed or ordered", async () => {
    const ctx = await somebody(db);
    const { item: removed } = await aLine(ctx);
    await removeItem(ctx, { itemId: removed.id });
    const { item: ordered } = await aLine(ctx);
    await placeOrder(ctx, orderInput());
    for (const { id } of [removed, ordered]) {
      for (const change of [{ quantity: 1 }, { notes: "late" }]) {
        await expect(updateItem(ctx, { itemId: id, ...change })).rejects.toMatchObject({ code: "item_not_found" });
      }
    }
    expect(await linesOf(ctx)).toMatchObject([
      { quantity: 2, notes: "" },
      { quantity: 2, notes: "" },
    ]);
  });

  it("an expired line, which is set inactive by the way", async () => {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx);
    const refused = updateItem(laterOn(ctx, DAY), { itemId: item.id, quantity: 1 });
    await expect(refused).rejects.toMatchObject({ code: "item_not_found" });
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 2, isActive: false, endedAs: "expired" }]);
  });
});

it("twenty changes at once end as one of them, and none is lost half-way", async () => {
  const ctx = await somebody(db);
  const { item } = await aLine(ctx, { stock: 100 });
  const { done } = await atOnce(20, (lane) =>
    updateItem(ctx, { itemId: item.id, quantity: lane + 1, notes: `${lane + 1}` }),
  );
  expect(done).toHaveLength(20);
  const [line] = await linesOf(ctx);
  expect(line?.notes).toBe(String(line?.quantity));
});

it("a change at the moment of the order is either in the order or too late", async () => {
  for (let round = 0; round < 10; round++) {
    const ctx = await somebody(db);
    const { item } = await aLine(ctx, { quantity: 2, stock: 100 });
    const [order, change] = await Promise.all([
      placeOrder(ctx, orderInput()),
      atOnce(1, () => updateItem(ctx, { itemId: item.id, quantity: 9 })),
    ]);
    expect(order.items).toMatchObject([{ quantity: change.done.length === 1 ? 9 : 2 }]);
    expect(await linesOf(ctx)).toMatchObject([{ quantity: order.items[0]?.quantity, endedAs: "ordered" }]);
  }
});
