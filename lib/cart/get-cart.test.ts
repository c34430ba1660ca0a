import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, linesOf, NOON, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase({ max: 20 });
const DAY = 24 * 60;

describe("one's own cart", () => {
  it("is made at its first use, empty, and is the same from then on", async () => {
    const ctx = await somebody(db);
    const cart = await getCart(ctx);
    expect(cart).toMatchObject({ user_id: ctx.actor.userId, items: [], total_items: 0, total_quantity: 0 });
    expect(cart).toMatchObject({ cart_total: "0.00", created_at: NOON.toISOString() });
    expect(await getCart(laterOn(ctx, 5))).toEqual(cart);
  });

  it("twenty first uses at once, looking and adding, make one cart", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(await somebody(db), { stock: 100 });
    const { done } = await atOnce(20, async (lane) => {
      if (lane % 2 === 0) return (await getCart(ctx)).id;
      await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
      return null;
    });
    expect(done).toHaveLength(20);
    const rows = await db.select().from(carts).where(eq(carts.userId, ctx.actor.userId));
    expect(rows).toHaveLength(1);
    expect(new Set(done.filter((id) => id !== null))).toEqual(new Set([rows[0]?.id]));
    expect((await getCart(ctx)).total_quantity).toBe(10);
  });

  it("shows its lines in the order they came, at the catalogue's prices of this moment, and their sum", async () => {
    const ctx = await somebody(db);
    const { product, item } = await aLine(ctx, { quantity: 2, price: 100_00 });
    const { item: second } = await aLine(ctx, { quantity: 3, price: 50 });
    await aLine(await somebody(db));
    expect(await getCart(ctx)).toMatchObject({ cart_total: "201.50", total_items: 2, total_quantity: 5 });
    await db
      .update(products)
      .set({ pricePaisa: paisa(90_00) })
      .where(eq(products.id, product.id));
    const cart = await getCart(ctx);
    expect(cart.items.map(({ id, subtotal }) => [id, subtotal])).toEqual([
      [item.id, "180.00"],
      [second.id, "1.50"],
    ]);
    expect(cart.cart_total).toBe("181.50");
  });

  it("does not list what has expired, and sets it inactive by this look", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    const { item } = await aLine(laterOn(ctx, 1));
    expect((await getCart(laterOn(ctx, DAY - 1))).total_items).toBe(2);
    expect((await getCart(laterOn(ctx, DAY))).items.map((line) => line.id)).toEqual([item.id]);
    expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual(["expired", null]);
  });
});

it("twenty looks and additions at a cart with many expired lines never lock each other out", async () => {
  const ctx = await somebody(db);
  const lines: Awaited<ReturnType<typeof aLine>>[] = [];
  for (let at = 0; at < 8; at++) lines.push(await aLine(ctx));
  for (const { product } of lines.slice(0, 5)) {
    await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
  }
  const tomorrow = laterOn(ctx, DAY);
  const { done } = await atOnce(20, async (lane) => {
    if (lane % 2 === 0) return getCart(tomorrow);
    return addItem(tomorrow, { product_item_code: lines[lane % 8]?.product.itemCode ?? "", quantity: 1 });
  });
  expect(done).toHaveLength(20);
  const live = (await linesOf(ctx)).filter((line) => line.isActive);
  expect(live.reduce((sum, line) => sum + line.quantity, 0)).toBe(10);
});

it("sends one statement", async () => {
  const ctx = await somebody(db);
  await aLine(ctx);
  expect(await countStatements(url, (counted) => getCart({ ...ctx, db: counted }))).toHaveLength(1);
});
