import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, aProduct, linesOf, orderInput, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { placeOrder } from "@/lib/orders/place-order";
import { mergeGuest } from "@/lib/users/merge-guest";

const { db } = testDatabase({ max: 20 });

it("of twenty sign-ins at once one takes the guest over, and everything comes once", async () => {
  const guest = await aGuest(db);
  const account = await somebody(db);
  const { product } = await aLine(guest, { quantity: 2, stock: 500 });
  await addItem(account, { product_item_code: product.itemCode, quantity: 1 });
  const ids = { guestId: guest.actor.userId, accountId: account.actor.userId };
  const { done } = await atOnce(20, () => mergeGuest(account, ids));
  expect(done.filter((merged) => merged !== null)).toEqual([{ added: 2, left: 0, orders: 0 }]);
  expect((await getCart(account)).total_quantity).toBe(3);
});

it("twenty accounts at once: one of them has it all", async () => {
  const guest = await aGuest(db);
  await aLine(guest, { quantity: 2 });
  const accounts = await Promise.all(Array.from({ length: 20 }, () => somebody(db)));
  const { done } = await atOnce(20, async (lane) => {
    const account = accounts[lane];
    return account && mergeGuest(account, { guestId: guest.actor.userId, accountId: account.actor.userId });
  });
  expect(done.filter((merged) => merged !== null)).toHaveLength(1);
  const quantities = await Promise.all(accounts.map(async (ctx) => (await getCart(ctx)).total_quantity));
  expect(quantities.reduce((sum, each) => sum + each, 0)).toBe(2);
});

it("an order that is just being placed comes along, and what was ordered does not come again", async () => {
  for (let round = 0; round < 10; round++) {
    const guest = await aGuest(db);
    const account = await somebody(db);
    await aLine(guest, { quantity: 2, stock: 50 });
    const { done, refused } = await atOnce<unknown>(8, (lane) =>
      lane % 2 === 0
        ? placeOrder(guest, orderInput())
        : mergeGuest(account, { guestId: guest.actor.userId, accountId: account.actor.userId }),
    );
    const { total_quantity } = await getCart(account);
    const placed = await db.select().from(orders).where(eq(orders.userId, account.actor.userId));
    const isOrdered = placed.length === 1;
    expect([placed.length, total_quantity]).toEqual(isOrdered ? [1, 0] : [0, 2]);
    expect(await db.select().from(orders).where(eq(orders.userId, guest.actor.userId))).toEqual([]);
    expect(refused.every((code) => code === "cart_empty")).toBe(true);
    expect(done.length + refused.length).toBe(8);
  }
});

it("what the account puts in at the same moment is added, not overwritten", async () => {
  const guest = await aGuest(db);
  const account = await somebody(db);
  const product = await aProduct(db, { stock: 500 });
  const one = { product_item_code: product.itemCode, quantity: 1 };
  await addItem(account, one);
  await addItem(guest, { ...one, quantity: 5 });
  await atOnce<unknown>(20, (lane) =>
    lane === 7
      ? mergeGuest(account, { guestId: guest.actor.userId, accountId: account.actor.userId })
      : addItem(account, one),
  );
  expect((await linesOf(account)).map((line) => line.quantity)).toEqual([1 + 19 + 5]);
});

it("what a guest adds at the moment of the sign-in comes along with the rest", async () => {
  for (let round = 0; round < 10; round++) {
    const guest = await aGuest(db);
    const account = await somebody(db);
    await aLine(guest, { quantity: 2 });
    const { itemCode } = await aProduct(db, { stock: 500 });
    const ids = { guestId: guest.actor.userId, accountId: account.actor.userId };
    await Promise.all([
      mergeGuest(account, ids),
      addItem(guest, { product_item_code: itemCode, quantity: 1 }),
      addItem(guest, { product_item_code: itemCode, quantity: 1 }),
    ]);
    expect((await getCart(account)).total_quantity).toBe(4);
  }
});
