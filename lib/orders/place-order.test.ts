import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countStatements } from "@/db/count-statements";
import { products } from "@/db/schema/catalog";
import { deliveryZones, orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine, anOrder, laterOn, linesOf, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { placeOrder } from "@/lib/orders/place-order";
import { findOrder } from "@/lib/orders/queries";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db, url } = testDatabase();
const DAY = 24 * 60;
const ordersOf = ({ actor }: UserCtx) => db.select().from(orders).where(eq(orders.userId, actor.userId));

describe("placing an order", () => {
  it("copies the cart's lines, takes their stock, empties the cart, and begins the history", async () => {
    const ctx = await somebody(db);
    const vase = await aLine(ctx, { quantity: 2, price: 1500_00 });
    const bead = await aLine(ctx, { quantity: 3, price: 35, name: "Bead" });
    const order = await placeOrder(ctx, orderInput({ notes: "Ring twice", customer_name: "Ayesha" }));
    expect(order).toMatchObject({
      status: "pending",
      payment_status: "unpaid",
      items_total: "3001.05",
      delivery_charge: "0.00",
      discount: "0.00",
      total_amount: "3001.05",
      paid_amount: "0.00",
      notes: "Ring twice",
      customer_name: "Ayesha",
      status_history: [{ from_status: null, to_status: "pending", actor: `user:${ctx.actor.userId}` }],
      items: [
        { product_item_code: vase.product.itemCode, product_name: "Blue Vase", quantity: 2, subtotal: "3000.00" },
        { product_item_code: bead.product.itemCode, product_name: "Bead", quantity: 3, subtotal: "1.05" },
      ],
    });
    expect(order.order_number).toMatch(/^ORD-[A-HJ-NP-Z2-9]{8}-20261125$/);
    expect([await stockOf(db, vase.product.id), await stockOf(db, bead.product.id)]).toEqual([8, 7]);
    expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual(["ordered", "ordered"]);
    expect((await getCart(ctx)).items).toEqual([]);
    expect(await findOrder(ctx, order.id)).toEqual(order);
  });

  it("no later change of the catalogue touches it", async () => {
    const ctx = await somebody(db);
    const { order, product } = await anOrder(ctx);
    await db
      .update(products)
      .set({ name: "Red Vase", pricePaisa: paisa(1), isActive: false, stock: 0 })
      .where(eq(products.id, product.id));
    expect(await findOrder(ctx, order.id)).toEqual(order);
  });

  it("the price is the catalogue's at this moment, not that of the day it was put in the cart", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 1, price: 100_00 });
    await db
      .update(products)
      .set({ pricePaisa: paisa(130_00) })
      .where(eq(products.id, product.id));
    expect((await placeOrder(ctx, orderInput())).items).toMatchObject([{ unit_price: "130.00" }]);
  });

  it("what is put in the cart afterwards is another order", async () => {
    const ctx = await somebody(db);
    const { product, order } = await anOrder(ctx);
    await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
    const second = await placeOrder(ctx, orderInput());
    expect(second.id).not.toBe(order.id);
    expect(second.items).toMatchObject([{ quantity: 1 }]);
  });

  it("an order in Urdu is remembered as such", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await placeOrder(ctx, { ...orderInput(), locale: "ur" });
    expect(await ordersOf(ctx)).toMatchObject([{ locale: "ur" }]);
  });
});

describe("expired lines", () => {
  it("are never charged, and end as expired or stay for the next look", async () => {
    const ctx = await somebody(db);
    const old = await aLine(ctx);
    const fresh = await aLine(laterOn(ctx, 1), { quantity: 1 });
    const order = await placeOrder(laterOn(ctx, DAY), orderInput());
    expect(order.items).toMatchObject([{ product_item_code: fresh.product.itemCode }]);
    expect(order.total_amount).toBe("1500.00");
    expect(await stockOf(db, old.product.id)).toBe(10);
    expect((await linesOf(ctx)).map((line) => line.endedAs)).toEqual([null, "ordered"]);
  });

  it("alone are an empty cart, and are set inactive", async () => {
    const ctx = await somebody(db);
    await aLine(ctx);
    await expect(placeOrder(laterOn(ctx, DAY), orderInput())).rejects.toMatchObject({ code: "cart_empty" });
    expect(await linesOf(ctx)).toMatchObject([{ isActive: false, endedAs: "expired" }]);
    expect(await ordersOf(ctx)).toEqual([]);
  });
});

describe("delivery", () => {
  it("costs what the city's zone says, however it is spelt, and nothing from its threshold on", async () => {
    await db
      .insert(deliveryZones)
      .values({ city: "quetta", chargePaisa: paisa(250_00), freeFromPaisa: paisa(3000_00) });
    const order = async (quantity: number, shipping_city: string) => {
      const ctx = await somebody(db);
      await aLine(ctx, { quantity });
      const { items_total, delivery_charge, total_amount } = await placeOrder(ctx, orderInput({ shipping_city }));
      return [items_total, delivery_charge, total_amount];
    };
    expect(await order(1, "QUETTA")).toEqual(["1500.00", "250.00", "1750.00"]);
    expect(await order(2, "Quetta")).toEqual(["3000.00", "0.00", "3000.00"]);
    expect(await order(1, "کوئٹہ")).toEqual(["1500.00", "250.00", "1750.00"]);
    expect(await order(1, "Lahore")).toEqual(["1500.00", "0.00", "1500.00"]);
    await db.insert(deliveryZones).values([
      { city: "*", chargePaisa: paisa(300_00), freeFromPaisa: null },
      { city: "پشاور", chargePaisa: paisa(0), freeFromPaisa: null },
    ]);
    expect(await order(2, "Lahore")).toEqual(["3000.00", "300.00", "3300.00"]);
    expect(await order(1, "")).toEqual(["1500.00", "300.00", "1800.00"]);
    expect(await order(1, " peshawar ")).toEqual(["1500.00", "0.00", "1500.00"]);
    expect(await order(1, "Quetta")).toEqual(["1500.00", "250.00", "1750.00"]);
    await db.delete(deliveryZones);
  });
});

describe("refusals leave everything as it was", () => {
  const expectUntouched = async (ctx: UserCtx, stocks: [id: number, stock: number][]) => {
    expect(await ordersOf(ctx)).toEqual([]);
    expect((await linesOf(ctx)).every((line) => line.isActive)).toBe(true);
    for (const [id, stock] of stocks) expect(await stockOf(db, id)).toBe(stock);
  };

  it("an empty cart, and none at all", async () => {
    await expect(placeOrder(await somebody(db), orderInput())).rejects.toMatchObject({ code: "cart_empty" });
  });

  it("too little stock names the products and what is left", async () => {
    const ctx = await somebody(db);
    const { product: plenty } = await aLine(ctx);
    const { product } = await aLine(ctx, { quantity: 5, name: "Ajrak" });
    await db.update(products).set({ stock: 4 }).where(eq(products.id, product.id));
    const named = { product_item_code: product.itemCode, product_name: "Ajrak", available: 4 };
    const refused = placeOrder(ctx, orderInput());
    await expect(refused).rejects.toMatchObject({ code: "insufficient_stock", extra: { products: [named] } });
    await expect(refused).rejects.toThrow("Ajrak (4 left)");
    await expectUntouched(ctx, [
      [plenty.id, 10],
      [product.id, 4],
    ]);
  });

  it("a product that is not sold any more is named as such, with the short ones", async () => {
    const ctx = await somebody(db);
    const { product: gone } = await aLine(ctx, { name: "Khussa" });
    const { product: short } = await aLine(ctx, { quantity: 5 });
    await db.update(products).set({ isActive: false }).where(eq(products.id, gone.id));
    await db.update(products).set({ stock: 1 }).where(eq(products.id, short.id));
    const shortages = [
      { product_item_code: gone.itemCode, available: 0, is_active: false },
      { product_item_code: short.itemCode, available: 1, is_active: true },
    ];
    const refused = placeOrder(ctx, orderInput());
    await expect(refused).rejects.toMatchObject({ code: "product_unavailable", extra: { products: shortages } });
    await expectUntouched(ctx, [[gone.id, 10]]);
  });

  it("another total than the one expected says both, and the right one goes through in any spelling", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 1 });
    const both = { expected_total: "1400.00", total_amount: "1500.00" };
    const refused = placeOrder(ctx, orderInput({ expected_total: "1400.00" }));
    await expect(refused).rejects.toMatchObject({ code: "total_changed", extra: both });
    await expectUntouched(ctx, [[product.id, 10]]);
    expect((await placeOrder(ctx, orderInput({ expected_total: "1500" }))).total_amount).toBe("1500.00");
  });
});

it("takes four statements, BEGIN and COMMIT among them, however many lines there are", async () => {
  const ctx = await somebody(db);
  for (let at = 0; at < 5; at++) await aLine(ctx);
  const sent = await countStatements(url, (counted) => placeOrder({ ...ctx, db: counted }, orderInput()));
  expect(sent.map((text) => text.split(/\s/)[0])).toEqual(["begin", "with", "with", "commit"]);
});
