import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { cartItems } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, anAttempt, aProduct, laterOn, linesOf, somebody } from "@/db/test-fixtures";
import { addItem } from "@/lib/cart/add-item";
import { getCart } from "@/lib/cart/get-cart";
import { listExpiredItems } from "@/lib/cart/queries";
import { findOrder, listOrders } from "@/lib/orders/queries";
import { findPayment } from "@/lib/payments/queries";
import type { UserCtx } from "@/lib/shared/context";
import { mergeGuest } from "@/lib/users/merge-guest";

const { db } = testDatabase();

const both = async () => ({ guest: await aGuest(db), account: await somebody(db) });
const merge = (guest: UserCtx, account: UserCtx) =>
  mergeGuest(account, { guestId: guest.actor.userId, accountId: account.actor.userId });
const put = (ctx: UserCtx, { itemCode }: { itemCode: string }, quantity: number) =>
  addItem(ctx, { product_item_code: itemCode, quantity });
const inCart = async (ctx: UserCtx) =>
  (await getCart(ctx)).items.map((item) => [item.product_item_code, item.quantity] as const);

it("what the guest had in the cart is in the account's, quantities of the same product added up", async () => {
  const { guest, account } = await both();
  const [vase, lamp, rug] = [await aProduct(db), await aProduct(db), await aProduct(db)];
  await put(account, vase, 1);
  await put(account, rug, 1);
  await put(guest, vase, 2);
  await put(guest, lamp, 3);
  expect(await merge(guest, account)).toEqual({ added: 5, left: 0, orders: 0 });
  expect(new Map(await inCart(account))).toEqual(
    new Map([
      [vase.itemCode, 3],
      [rug.itemCode, 1],
      [lamp.itemCode, 3],
    ]),
  );
  expect((await linesOf(guest)).filter((line) => line.isActive)).toEqual([]);
});

it("a line keeps its time; of two that become one, the younger one's", async () => {
  const { guest, account } = await both();
  const [vase, lamp] = [await aProduct(db), await aProduct(db)];
  await put(account, vase, 1);
  const young = laterOn(guest, 60);
  await put(young, vase, 1);
  await put(laterOn(guest, 30), lamp, 1);
  await merge(guest, laterOn(account, 90));
  const times = new Map((await linesOf(account)).map((line) => [line.productId, line.createdAt]));
  expect(times.get(vase.id)).toEqual(young.now);
  expect(times.get(lamp.id)).toEqual(laterOn(guest, 30).now);
});

it("no more comes than there is in stock or than a cart takes, and the account's own line is never made smaller", async () => {
  const { guest, account } = await both();
  const few = await aProduct(db, { stock: 5 });
  const many = await aProduct(db, { stock: 5000 });
  const short = await aProduct(db, { stock: 9 });
  const gone = await aProduct(db);
  for (const [ctx, quantity] of [[account, 4] as const, [guest, 4] as const]) await put(ctx, few, quantity);
  for (const [ctx, quantity] of [[account, 900] as const, [guest, 300] as const]) await put(ctx, many, quantity);
  for (const [ctx, quantity] of [[account, 8] as const, [guest, 2] as const]) await put(ctx, short, quantity);
  await put(guest, gone, 7);
  await db.update(products).set({ stock: 3 }).where(eq(products.id, short.id));
  await db.update(products).set({ isActive: false }).where(eq(products.id, gone.id));
  expect(await merge(guest, account)).toEqual({ added: 101, left: 3 + 200 + 2 + 7, orders: 0 });
  expect(await inCart(account)).toEqual([
    [few.itemCode, 5],
    [many.itemCode, 1000],
    [short.itemCode, 8],
  ]);
});

it("expired lines do not come, and one of the account's own gives way to the guest's", async () => {
  const { guest, account } = await both();
  const { product: old } = await aLine(guest);
  const [vase, day] = [await aProduct(db), 24 * 60];
  await put(account, vase, 5);
  await put(laterOn(guest, day), vase, 2);
  expect(await merge(guest, laterOn(account, day + 1))).toEqual({ added: 2, left: 0, orders: 0 });
  expect(await inCart(laterOn(account, day + 1))).toEqual([[vase.itemCode, 2]]);
  const [line] = await db.select().from(cartItems).where(eq(cartItems.productId, old.id));
  expect(line).toMatchObject({ isActive: false, endedAs: "expired" });
});

it("orders and their payments are the account's from now on", async () => {
  const { guest, account } = await both();
  const { order, payment } = await anAttempt(guest);
  expect(await merge(guest, account)).toEqual({ added: 0, left: 0, orders: 1 });
  expect(await findOrder(account, order.id)).toMatchObject({ order_number: order.order_number });
  expect(await findPayment(account, { id: payment.payment_id })).not.toBeNull();
  expect((await listOrders(guest, { page: 1, page_size: 20 })).count).toBe(0);
});

it("the guest's sessions end, and the browser is not that guest any more", async () => {
  const { guest, account } = await both();
  await merge(guest, account);
  expect(await db.select().from(sessions).where(eq(sessions.userId, guest.actor.userId))).toEqual([]);
  const [row] = await db.select().from(users).where(eq(users.id, guest.actor.userId));
  expect(row).toMatchObject({ mergedIntoId: account.actor.userId, guestKey: null });
});

it("a second time changes nothing, and an account is nobody's guest", async () => {
  const { guest, account } = await both();
  await aLine(guest);
  await merge(guest, account);
  expect(await merge(guest, account)).toBeNull();
  expect(await merge(guest, await somebody(db))).toBeNull();
  expect(await merge(account, await somebody(db))).toBeNull();
  expect(await inCart(account)).toHaveLength(1);
});

it("an account that was deleted at the same moment takes nobody over", async () => {
  const { guest, account } = await both();
  await aLine(guest);
  const nobody = { email: null, name: "", phone: null, passwordHash: null, deletedAt: account.now };
  await db.update(users).set(nobody).where(eq(users.id, account.actor.userId));
  expect(await merge(guest, account)).toBeNull();
  expect(await inCart(guest)).toHaveLength(1);
});

it("a line whose time ran out comes along to where it can be put back", async () => {
  const { guest, account } = await both();
  await aLine(guest);
  const tomorrow = laterOn(account, 25 * 60);
  expect(await merge(guest, tomorrow)).toEqual({ added: 0, left: 0, orders: 0 });
  expect(await listExpiredItems(tomorrow)).toHaveLength(1);
});
