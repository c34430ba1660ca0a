import { randomBytes, randomUUID } from "node:crypto";
import { asc, eq, getTableColumns } from "drizzle-orm";
import type { Database } from "@/db/client";
import { cartItems, carts } from "@/db/schema/carts";
import { categories, products } from "@/db/schema/catalog";
import { users } from "@/db/schema/users";
import { addItem } from "@/lib/cart/add-item";
import { placeOrder } from "@/lib/orders/place-order";
import { PlaceOrderInput } from "@/lib/orders/schemas";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import type { PaymentMethod } from "@/lib/payments/model";
import type { Ctx, UserCtx } from "@/lib/shared/context";
import { paisa } from "@/lib/shared/money";
import type { Role } from "@/lib/users/model";
import { openGuest } from "@/lib/users/open-guest";

export const NOON = new Date("2026-11-25T07:00:00Z");

export const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** The same person, so many minutes later. */
export const laterOn = (ctx: UserCtx, minutes: number): UserCtx => ({ ...ctx, now: later(ctx.now, minutes) });

/** Somebody with an account, as a door would have found them. */
export async function somebody(
  db: Database,
  { role = "customer", now = NOON }: { role?: Role; now?: Date } = {},
): Promise<UserCtx> {
  const [row] = await db
    .insert(users)
    .values({ email: `${randomUUID()}@example.com`, name: "Test Person", role, createdAt: now, updatedAt: now })
    .returning({ id: users.id });
  const userId = row?.id ?? 0;
  return { db, now, actor: { kind: "user", userId, role, isGuest: false, sessionId: randomUUID() } };
}

/** A visitor without an account, who has put something in the cart or is about to. */
export async function aGuest(db: Database, { now = NOON }: { now?: Date } = {}): Promise<UserCtx> {
  const { userId } = await openGuest({ db, now }, { guestKey: randomBytes(32) });
  return { db, now, actor: { kind: "user", userId, role: "customer", isGuest: true, sessionId: randomUUID() } };
}

export const gateway = (db: Database, now = NOON): Ctx => ({ db, now, actor: { kind: "gateway" } });

type Offer = { price?: number; stock?: number; isActive?: boolean; name?: string };

/** A product of the catalogue; its code is its own. */
export async function aProduct(
  db: Database,
  { price = 150_000, stock = 10, isActive = true, name = "Blue Vase" }: Offer = {},
): Promise<{ id: number; itemCode: string }> {
  await db.insert(categories).values({ slug: "tests", name: "Tests", nameUr: "آزمائش" }).onConflictDoNothing();
  const [category] = await db.select().from(categories).where(eq(categories.slug, "tests"));
  const [row] = await db
    .insert(products)
    .values({
      itemCode: `T${randomUUID().slice(0, 8).toUpperCase()}`,
      name,
      nameUr: "نیلا گلدان",
      categoryId: category?.id ?? 0,
      pricePaisa: paisa(price),
      stock,
      isActive,
      createdAt: NOON,
      updatedAt: NOON,
    })
    .returning({ id: products.id, itemCode: products.itemCode });
  if (!row) throw new Error("no product was made");
  return row;
}

export async function stockOf(db: Database, productId: number): Promise<number> {
  const [row] = await db
    .select({ stock: products.stock })
    .from(products)
    .where(eq(products.id, productId))
    .orderBy(asc(products.id));
  return row?.stock ?? -1;
}

/** All lines that a person's cart ever had, live or not. */
export const linesOf = ({ db, actor }: UserCtx) =>
  db
    .select(getTableColumns(cartItems))
    .from(cartItems)
    .innerJoin(carts, eq(carts.id, cartItems.cartId))
    .where(eq(carts.userId, actor.userId))
    .orderBy(asc(cartItems.id));

/** A product, so many of it in the person's cart. */
export async function aLine(ctx: UserCtx, { quantity = 2, ...offer }: { quantity?: number } & Offer = {}) {
  const product = await aProduct(ctx.db, offer);
  const { item } = await addItem(ctx, { product_item_code: product.itemCode, quantity });
  return { product, item };
}

export const orderInput = (input: Partial<PlaceOrderInput> = {}): PlaceOrderInput =>
  PlaceOrderInput.parse({ shipping_address: "1 Mall Road, Lahore", ...input });

/** An order of one product at Rs 1,500 each. */
export async function anOrder(ctx: UserCtx, { quantity = 2, stock = 10 } = {}) {
  const product = await aProduct(ctx.db, { stock });
  await addItem(ctx, { product_item_code: product.itemCode, quantity });
  const order = await placeOrder(ctx, orderInput());
  return { order, product };
}

/** An order with an attempt to pay it. */
export async function anAttempt(ctx: UserCtx, method: Exclude<PaymentMethod, "jazzcash_wallet"> = "jazzcash") {
  const { order, product } = await anOrder(ctx);
  const payment = await initiatePayment(ctx, { order_id: order.id, payment_method: method });
  return { order, product, payment };
}
