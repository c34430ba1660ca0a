import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, orderInput, somebody } from "@/db/test-fixtures";
import { getCart } from "@/lib/cart/get-cart";
import { placeOrder } from "@/lib/orders/place-order";
import { refillCart } from "@/lib/orders/refill-cart";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();

it("puts an order's products in the cart again and tells which are gone, short or dearer", async () => {
  const ctx = await somebody(db);
  const same = await aLine(ctx, { quantity: 1, name: "Same" });
  const dearer = await aLine(ctx, { quantity: 2, name: "Dearer", price: 900_00 });
  const cheaper = await aLine(ctx, { quantity: 1, name: "Cheaper", price: 900_00 });
  const gone = await aLine(ctx, { quantity: 1, name: "Gone" });
  const short = await aLine(ctx, { quantity: 6, name: "Short" });
  const order = await placeOrder(ctx, orderInput());
  const set = (id: number, change: Partial<typeof products.$inferInsert>) =>
    db.update(products).set(change).where(eq(products.id, id));
  await set(dearer.product.id, { pricePaisa: paisa(1000_00) });
  await set(cheaper.product.id, { pricePaisa: paisa(800_00) });
  await set(gone.product.id, { isActive: false });
  await set(short.product.id, { stock: 5 });

  expect(await refillCart(ctx, { orderId: order.id })).toEqual({
    added: 3,
    gone: ["Gone", "Short"],
    dearer: [{ name: "Dearer", was: "900.00", now: "1000.00" }],
  });
  const cart = await getCart(ctx);
  expect(cart.items.map((item) => [item.product_item_code, item.quantity])).toEqual([
    [same.product.itemCode, 1],
    [dearer.product.itemCode, 2],
    [cheaper.product.itemCode, 1],
  ]);
});

it("another person's order is not there, for staff neither", async () => {
  const owner = await somebody(db);
  await aLine(owner);
  const order = await placeOrder(owner, orderInput());
  for (const ctx of [await somebody(db), await somebody(db, { role: "staff" })]) {
    await expect(refillCart(ctx, { orderId: order.id })).rejects.toMatchObject({ code: "order_not_found" });
  }
});
