import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, aProduct, laterOn, linesOf, NOON, somebody, stockOf } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { addItem } from "@/lib/cart/add-item";
import { AddItemInput } from "@/lib/cart/schemas";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase({ max: 20 });
const DAY = 24 * 60;

describe("adding a product", () => {
  it("puts a line in the cart with the catalogue's name and price, and holds no stock", async () => {
    const ctx = await somebody(db);
    const { itemCode, id } = await aProduct(db, { price: 249_50, name: "Ajrak" });
    const { item, isNew } = await addItem(ctx, { product_item_code: itemCode, quantity: 3, notes: "gift" });
    expect(isNew).toBe(true);
    expect(item).toMatchObject({
      product_item_code: itemCode,
      product_name: "Ajrak",
      quantity: 3,
      unit_price: "249.50",
      subtotal: "748.50",
      notes: "gift",
      is_active: true,
      is_expired: false,
      created_at: NOON.toISOString(),
      expires_at: "2026-11-26T07:00:00.000Z",
    });
    expect(await linesOf(ctx)).toMatchObject([{ id: item.id, productId: id, quantity: 3, isActive: true }]);
    expect(await stockOf(db, id)).toBe(10);
  });

  it("ignores what a client says of price and name", () => {
    const sent = { product_item_code: "FG001", quantity: 1, unit_price: "1.00", price: 1, product_name: "Cheap" };
    expect(AddItemInput.parse(sent)).toEqual({ product_item_code: "FG001", quantity: 1 });
  });

  it("adds up when the product is there, and the line keeps its age", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { quantity: 2 });
    const again = await addItem(laterOn(ctx, 60), { product_item_code: product.itemCode, quantity: 3 });
    expect(again.isNew).toBe(false);
    expect(again.item).toMatchObject({ id: item.id, quantity: 5, created_at: item.created_at });
    expect(again.item.updated_at).toBe("2026-11-25T08:00:00.000Z");
    expect(await linesOf(ctx)).toHaveLength(1);
  });

  it("keeps notes that are not sent, replaces those that are, and empties them when told to", async () => {
    const ctx = await somebody(db);
    const { itemCode: product_item_code } = await aProduct(db);
    const notes = async (sent?: string) =>
      (await addItem(ctx, { product_item_code, quantity: 1, notes: sent })).item.notes;
    expect([await notes("blue"), await notes(), await notes("red"), await notes("")]).toEqual([
      "blue",
      "blue",
      "red",
      "",
    ]);
  });

  it("shows the catalogue's price of this moment", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 1, price: 100_00 });
    await db
      .update(products)
      .set({ pricePaisa: paisa(120_00), name: "Green Vase" })
      .where(eq(products.id, product.id));
    const { item } = await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
    expect(item).toMatchObject({ product_name: "Green Vase", unit_price: "120.00", subtotal: "240.00" });
  });

  it("an expired line leaves and a new one begins, with none of the old quantity", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { quantity: 4 });
    const { item: fresh, isNew } = await addItem(laterOn(ctx, DAY), {
      product_item_code: product.itemCode,
      quantity: 1,
    });
    expect(isNew).toBe(true);
    expect(fresh).toMatchObject({ quantity: 1, created_at: "2026-11-26T07:00:00.000Z" });
    expect(await linesOf(ctx)).toMatchObject([
      { id: item.id, isActive: false, endedAs: "expired", quantity: 4 },
      { id: fresh.id, isActive: true, endedAs: null, quantity: 1 },
    ]);
  });
});

describe("refusals", () => {
  it("a product that is unknown, or not sold at present", async () => {
    const ctx = await somebody(db);
    const hidden = await aProduct(db, { isActive: false });
    await expect(addItem(ctx, { product_item_code: "NONE", quantity: 1 })).rejects.toMatchObject({
      code: "product_not_found",
    });
    await expect(addItem(ctx, { product_item_code: hidden.itemCode, quantity: 1 })).rejects.toMatchObject({
      code: "product_unavailable",
    });
    expect(await linesOf(ctx)).toEqual([]);
  });

  it("more than there is, in one go or by adding up, says how much there is", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 3, stock: 5 });
    for (const quantity of [3, 6]) {
      const refused = addItem(ctx, { product_item_code: product.itemCode, quantity });
      await expect(refused).rejects.toMatchObject({ code: "insufficient_stock", extra: { available: 5 } });
    }
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 3 }]);
    expect((await addItem(ctx, { product_item_code: product.itemCode, quantity: 2 })).item.quantity).toBe(5);
  });

  it("more than a thousand in a line is the limit's refusal and not the stock's", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 999, stock: 5000 });
    const refused = addItem(ctx, { product_item_code: product.itemCode, quantity: 2 });
    await expect(refused).rejects.toMatchObject({ code: "quantity_limit", extra: { limit: 1000 } });
    expect((await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 })).item.quantity).toBe(1000);
  });
});

describe("at once", () => {
  it("twenty additions by one person all count, in one line of one cart", async () => {
    const ctx = await somebody(db);
    const { itemCode } = await aProduct(db, { stock: 100 });
    const { done } = await atOnce(20, () => addItem(ctx, { product_item_code: itemCode, quantity: 2 }));
    expect(done.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 40, isActive: true }]);
  });

  it("twenty additions never pass what there is", async () => {
    const ctx = await somebody(db);
    const { itemCode } = await aProduct(db, { stock: 15 });
    const { done, refused } = await atOnce(20, () => addItem(ctx, { product_item_code: itemCode, quantity: 2 }));
    expect(done).toHaveLength(7);
    expect(refused).toEqual(Array.from({ length: 13 }, () => "insufficient_stock"));
    expect(await linesOf(ctx)).toMatchObject([{ quantity: 14 }]);
  });

  it("twenty additions over an expired line begin one new line", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 4, stock: 100 });
    const tomorrow = laterOn(ctx, DAY + 1);
    await atOnce(20, () => addItem(tomorrow, { product_item_code: product.itemCode, quantity: 1 }));
    expect(await linesOf(ctx)).toMatchObject([
      { quantity: 4, isActive: false, endedAs: "expired" },
      { quantity: 20, isActive: true },
    ]);
  });

  it("twenty different products with many expired lines never lock each other out", async () => {
    const ctx = await somebody(db);
    for (let at = 0; at < 5; at++) await aLine(ctx);
    const offers = await Promise.all(Array.from({ length: 20 }, () => aProduct(db)));
    const tomorrow = laterOn(ctx, DAY + 1);
    const { done } = await atOnce(20, (lane) =>
      addItem(tomorrow, { product_item_code: offers[lane]?.itemCode ?? "", quantity: 1 }),
    );
    expect(done).toHaveLength(20);
    expect((await linesOf(ctx)).filter((line) => line.isActive)).toHaveLength(20);
  });
});

it("waits for whoever holds the cart before it touches an expired line, so that it never locks an order out", async () => {
  const ctx = await somebody(db);
  const { product, item } = await aLine(ctx);
  const tomorrow = laterOn(ctx, DAY);
  let adding = Promise.resolve<unknown>(null);
  await db.transaction(async (tx) => {
    await tx.select().from(carts).where(eq(carts.userId, ctx.actor.userId)).for("update");
    adding = addItem(tomorrow, { product_item_code: product.itemCode, quantity: 1 });
    await untilWaiting(db);
    await tx.select().from(cartItems).where(eq(cartItems.id, item.id)).for("update", { noWait: true });
  });
  expect(await adding).toMatchObject({ isNew: true });
});

it("sends one statement", async () => {
  const ctx = await somebody(db);
  const { itemCode } = await aProduct(db);
  const sent = await countStatements(url, (counted) =>
    addItem({ ...ctx, db: counted }, { product_item_code: itemCode, quantity: 1 }),
  );
  expect(sent).toHaveLength(1);
});
