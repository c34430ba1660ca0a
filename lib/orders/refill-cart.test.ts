import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { testDatabase } from "@/db/test-database";
import { aLine, laterOn, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { updateItem } from "@/lib/cart/update-item";
import { placeOrder } from "@/lib/orders/place-order";
import { decideRefill, refillCart } from "@/lib/orders/refill-cart";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();

it("puts an order's products in the cart again and tells which are gone, short, dearer or cheaper", async () => {
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

  const { lines } = await refillCart(ctx, { orderId: order.id });
  expect(lines.map((line) => [line.product_name, line.outcome, line.wanted, line.added, line.was, line.now])).toEqual([
    ["Same", "whole", 1, 1, "1500.00", "1500.00"],
    ["Dearer", "whole", 2, 2, "900.00", "1000.00"],
    ["Cheaper", "whole", 1, 1, "900.00", "800.00"],
    ["Gone", "gone", 1, 0, "1500.00", "1500.00"],
    ["Short", "fewer", 6, 5, "1500.00", "1500.00"],
  ]);
  const cart = await getCart(ctx);
  expect(cart.items.map((item) => [item.product_item_code, item.quantity])).toEqual([
    [same.product.itemCode, 1],
    [dearer.product.itemCode, 2],
    [cheaper.product.itemCode, 1],
    [short.product.itemCode, 5],
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

it("what lies in the cart already stays, and together they are never more than there are", async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { quantity: 4, stock: 10 });
  const order = await placeOrder(ctx, orderInput());
  await addItem(ctx, { product_item_code: product.itemCode, quantity: 3 });
  const other = await aLine(ctx, { quantity: 1 });

  const again = async () =>
    (await refillCart(ctx, { orderId: order.id })).lines.map((line) => [line.outcome, line.added]);
  expect(await again()).toEqual([["fewer", 3]]);
  expect(await again()).toEqual([["in_cart", 0]]);
  const cart = await getCart(ctx);
  expect(cart.items.map((item) => [item.product_item_code, item.quantity])).toEqual([
    [product.itemCode, 6],
    [other.product.itemCode, 1],
  ]);
});

describe("the same form sent again", () => {
  const formKey = "1790000000000-00000000-0000-4000-8000-000000000000";

  it("twenty times at once brings the things once, and tells all twenty the same", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 3, stock: 9 });
    const order = await placeOrder(ctx, orderInput());
    await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
    const { done, refused } = await atOnce(20, () => refillCart(ctx, { orderId: order.id, formKey }));
    expect(refused).toEqual([]);
    for (const { lines } of done) expect(lines).toMatchObject([{ outcome: "whole", added: 3 }]);
    expect((await getCart(ctx)).items).toMatchObject([{ quantity: 4 }]);
  });

  it("says no more than is in the cart by now, and what does not suffice stays told", async () => {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 3, stock: 6 });
    const order = await placeOrder(ctx, orderInput());
    await db.update(products).set({ stock: 2 }).where(eq(products.id, product.id));
    const again = async () => (await refillCart(ctx, { orderId: order.id, formKey })).lines;
    expect(await again()).toMatchObject([{ outcome: "fewer", added: 2 }]);
    expect(await again()).toMatchObject([{ outcome: "fewer", added: 2 }]);
    const [line] = (await getCart(ctx)).items;
    await updateItem(ctx, { itemId: line?.id ?? 0, quantity: 1 });
    expect(await again()).toMatchObject([{ outcome: "fewer", added: 1 }]);
  });

  it("brings them once more where they have left the cart", async () => {
    const ctx = await somebody(db);
    await aLine(ctx, { quantity: 2 });
    const order = await placeOrder(ctx, orderInput());
    const again = (at: UserCtx) => refillCart(at, { orderId: order.id, formKey });
    await again(ctx);
    await placeOrder(ctx, orderInput());
    await again(ctx);
    await again(ctx);
    expect((await getCart(ctx)).items).toMatchObject([{ quantity: 2 }]);
    const late = laterOn(ctx, 24 * 60);
    await again(late);
    await again(late);
    expect((await getCart(late)).items).toMatchObject([{ quantity: 2 }]);
  });
});

it("asked for twenty times at once it fills the cart up to what there is, and no line is lost", async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { quantity: 3, stock: 35 });
  const order = await placeOrder(ctx, orderInput());
  const refills = await Promise.all(Array.from({ length: 20 }, () => refillCart(ctx, { orderId: order.id })));
  const added = refills.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.added, 0);
  const [line] = (await getCart(ctx)).items;
  expect(line).toMatchObject({ product_item_code: product.itemCode, quantity: added });
  expect(added).toBeGreaterThan(29);
  expect(added).toBeLessThanOrEqual(32);
});

it.each([
  [
    { wanted: 2, stock: 9, inCart: 0 },
    { added: 2, outcome: "whole" },
  ],
  [
    { wanted: 2, stock: 9, inCart: 8 },
    { added: 1, outcome: "fewer" },
  ],
  [
    { wanted: 2, stock: 9, inCart: 9 },
    { added: 0, outcome: "in_cart" },
  ],
  [
    { wanted: 2, stock: 5, inCart: 9 },
    { added: 0, outcome: "in_cart" },
  ],
  [
    { wanted: 2, stock: 0, inCart: 0 },
    { added: 0, outcome: "sold_out" },
  ],
  [
    { wanted: 900, stock: 5000, inCart: 200 },
    { added: 800, outcome: "limit" },
  ],
  [
    { wanted: 1, stock: 5000, inCart: 1000 },
    { added: 0, outcome: "limit" },
  ],
  [
    { wanted: 900, stock: 1000, inCart: 100 },
    { added: 900, outcome: "whole" },
  ],
] as const)("of %o it takes %o", (asked, taken) => {
  expect(decideRefill(asked)).toEqual(taken);
});
