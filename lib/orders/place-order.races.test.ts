import { setTimeout } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { products } from "@/db/schema/catalog";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine, aProduct, linesOf, orderInput, somebody, stockOf } from "@/db/test-fixtures";
import { untilWaiting } from "@/db/test-waiting";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { placeOrder } from "@/lib/orders/place-order";
import { findOrder } from "@/lib/orders/queries";
import type { UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase({ max: 20 });

const people = (count: number) => Promise.all(Array.from({ length: count }, () => somebody(db)));

it("fifty buyers of the last one: one order, 49 refusals, no stock", async () => {
  const product = await aProduct(db, { stock: 1 });
  const buyers = await people(50);
  for (const ctx of buyers) await addItem(ctx, { product_item_code: product.itemCode, quantity: 1 });
  const { done, refused } = await atOnce(50, (lane) => placeOrder(buyers[lane] ?? fail(), orderInput()));
  expect(done).toHaveLength(1);
  expect(refused).toEqual(Array.from({ length: 49 }, () => "insufficient_stock"));
  expect(await stockOf(db, product.id)).toBe(0);
  const made = await db
    .select()
    .from(orders)
    .where(
      inArray(
        orders.userId,
        buyers.map(({ actor }) => actor.userId),
      ),
    );
  expect(made).toHaveLength(1);
  const emptied = await Promise.all(buyers.map(async (ctx) => (await getCart(ctx)).items.length === 0));
  expect(emptied.filter(Boolean)).toHaveLength(1);
});

it("twenty equal requests at once: one order and 19 clean refusals", async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { quantity: 2, stock: 100 });
  await aLine(ctx, { quantity: 1, stock: 100 });
  const { done, refused } = await atOnce(20, () => placeOrder(ctx, orderInput()));
  expect(done).toHaveLength(1);
  expect(refused).toEqual(Array.from({ length: 19 }, () => "cart_empty"));
  expect(await stockOf(db, product.id)).toBe(98);
  expect(await db.select().from(orders).where(eq(orders.userId, ctx.actor.userId))).toHaveLength(1);
});

it("what is added at the same moment is in the order or stays in the cart, every piece of it", async () => {
  for (let round = 0; round < 8; round++) {
    const ctx = await somebody(db);
    const { product } = await aLine(ctx, { quantity: 1, stock: 100 });
    const other = await aProduct(db, { stock: 100 });
    const add = (product_item_code: string) => addItem(ctx, { product_item_code, quantity: 1 });
    const [order] = await Promise.all([
      setTimeout(round % 4).then(() => placeOrder(ctx, orderInput())),
      atOnce(10, (lane) => add(lane % 2 === 0 ? product.itemCode : other.itemCode)),
    ]);
    const cart = await getCart(ctx);
    const pieces = (code: string) =>
      [...order.items, ...cart.items].reduce(
        (sum, item) => (item.product_item_code === code ? sum + item.quantity : sum),
        0,
      );
    expect([pieces(product.itemCode), pieces(other.itemCode)]).toEqual([6, 5]);
    const ordered = (code: string) => order.items.find((item) => item.product_item_code === code)?.quantity ?? 0;
    expect(await stockOf(db, product.id)).toBe(100 - ordered(product.itemCode));
    expect(await stockOf(db, other.id)).toBe(100 - ordered(other.itemCode));
    expect(await findOrder(ctx, order.id)).toEqual(order);
  }
});

/** So many products that they are looked up one by one, in the order in which a cart or an order names them. */
async function aLargeCatalogue() {
  await aProduct(db);
  await db.execute(sql`
    insert into products (item_code, name, name_ur, category_id, price_paisa, stock, created_at, updated_at)
    select 'MANY' || n, 'Bead', 'موتی', (select min(id) from categories), 100, 1000, now(), now()
    from generate_series(1, 5000) as n`);
  await db.execute(sql`analyze products`);
}

it("orders of the same products in opposite order never lock each other out, nor do their cancellations", async () => {
  await aLargeCatalogue();
  const codes = Array.from({ length: 12 }, (_, at) => `MANY${at * 400 + 1}`);
  const buyers = await people(20);
  const fill = async (ctx: UserCtx, inOrder: string[]) => {
    for (const product_item_code of inOrder) await addItem(ctx, { product_item_code, quantity: 1 });
  };
  await Promise.all(buyers.map((ctx, at) => fill(ctx, at % 2 === 0 ? codes : codes.toReversed())));
  const stocks = () => db.select({ stock: products.stock }).from(products).where(inArray(products.itemCode, codes));

  const { done } = await atOnce(20, (lane) => placeOrder(buyers[lane] ?? fail(), orderInput()));
  expect(await stocks()).toEqual(codes.map(() => ({ stock: 980 })));
  const kept = { reason: "", returned: false, restock: false };
  const ended = await atOnce(20, (lane) =>
    cancelOrder(buyers[lane] ?? fail(), { orderId: done[lane]?.id ?? 0, ...kept }),
  );
  expect(ended.done).toHaveLength(20);
  expect(await stocks()).toEqual(codes.map(() => ({ stock: 1000 })));
});

it("a price that changes at the same moment is the old one or the new one, and the total is its sum", async () => {
  const product = await aProduct(db, { stock: 1000, price: 100_00 });
  const buyers = await people(20);
  for (const ctx of buyers) await addItem(ctx, { product_item_code: product.itemCode, quantity: 3 });
  const change = db
    .update(products)
    .set({ pricePaisa: paisa(110_00) })
    .where(eq(products.id, product.id));
  const [{ done }] = await Promise.all([
    atOnce(20, (lane) => placeOrder(buyers[lane] ?? fail(), orderInput({ expected_total: "300.00" }))),
    setTimeout(3).then(() => change.execute()),
  ]);
  for (const order of done) expect(order).toMatchObject({ total_amount: "300.00", items: [{ unit_price: "100.00" }] });
  expect(await stockOf(db, product.id)).toBe(1000 - 3 * done.length);
});

it("an order waits for whoever holds the cart, and sees what came of it", async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { quantity: 1 });
  let ordering = Promise.resolve<unknown>(null);
  await db.transaction(async (tx) => {
    await addItem({ ...ctx, db: tx }, { product_item_code: product.itemCode, quantity: 4 });
    ordering = placeOrder(ctx, orderInput());
    await untilWaiting(db);
  });
  expect(await ordering).toMatchObject({ items: [{ quantity: 5 }] });
  expect(await linesOf(ctx)).toMatchObject([{ quantity: 5, endedAs: "ordered" }]);
});

it("a new line of the cart's holder makes the order wait, and stays in the cart", async () => {
  const ctx = await somebody(db);
  const { product } = await aLine(ctx, { quantity: 1 });
  const other = await aProduct(db);
  let ordering = Promise.resolve<unknown>(null);
  await db.transaction(async (tx) => {
    await addItem({ ...ctx, db: tx }, { product_item_code: other.itemCode, quantity: 1 });
    ordering = placeOrder(ctx, orderInput());
    await untilWaiting(db);
  });
  expect(await ordering).toMatchObject({ items: [{ product_item_code: product.itemCode }] });
  expect((await getCart(ctx)).items).toMatchObject([{ product_item_code: other.itemCode }]);
});

function fail(): never {
  throw new Error("there are fewer people than lanes");
}

it("a crowd that buys the same few things over and over never locks each other out", async () => {
  const shelf = await Promise.all(Array.from({ length: 2 }, () => aProduct(db, { stock: 100_000 })));
  const crowd = await people(20);
  const { refused } = await atOnce(20, async (lane) => {
    const ctx = crowd[lane] ?? (await somebody(db));
    for (let times = 0; times < 12; times++) {
      const product_item_code = shelf[(lane + times) % shelf.length]?.itemCode ?? "";
      await addItem(ctx, { product_item_code, quantity: 1 });
      await db.transaction(async (tx) => {
        await placeOrder({ ...ctx, db: tx }, orderInput());
        await setTimeout(2); // a disk that takes its time to commit
      });
    }
  });
  expect(refused).toEqual([]);
  const left = await Promise.all(shelf.map(({ id }) => stockOf(db, id)));
  expect(left.reduce((sum, stock) => sum + stock, 0)).toBe(2 * 100_000 - 20 * 12);
});
