import { and, asc, countDistinct, desc, eq, exists, gt, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { products } from "@/db/schema/catalog";
import { users } from "@/db/schema/users";
import { type CartState, expiresAt, expiryCutoff } from "@/lib/cart/model";
import type { HeldCartView, ListCartsQuery } from "@/lib/cart/schemas";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import { addPaisa, formatAmount, paisa, timesPaisa } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { requireStaff } from "@/lib/shared/require-role";

const HOUR_MINUTES = 60;
const TRAY_HOURS = 24 * 7;

const cutoffOf = (now: Date): Date => expiryCutoff(now, env().cartExpiryHours);

/** Lines of one state: live ones, those of them that end within the hour, and those whose time is over, a week long. */
function linesOf(state: CartState, now: Date): SQL | undefined {
  const cutoff = cutoffOf(now);
  const isActive = sql`${cartItems.isActive}`;
  if (state === "live") return and(isActive, gt(cartItems.createdAt, cutoff));
  if (state === "expiring") {
    return and(isActive, gt(cartItems.createdAt, cutoff), lte(cartItems.createdAt, minutesAfter(cutoff, HOUR_MINUTES)));
  }
  const hasEnded = and(sql`${cartItems.endedAs} = 'expired'`, gt(cartItems.updatedAt, expiryCutoff(now, TRAY_HOURS)));
  return or(and(isActive, lte(cartItems.createdAt, cutoff)), hasEnded);
}

/** How much is in the carts, how much of it ends within the hour, and how much has had its time and is there still. */
export async function countHeld({ db, now, actor }: UserCtx) {
  requireStaff(actor);
  const cutoff = cutoffOf(now);
  const isDue = lte(cartItems.createdAt, cutoff);
  const endsSoon = and(gt(cartItems.createdAt, cutoff), lte(cartItems.createdAt, minutesAfter(cutoff, HOUR_MINUTES)));
  const [found] = await db
    .select({
      live: sql<number>`(count(*) filter (where not ${isDue}))::int`,
      expiring: sql<number>`(count(*) filter (where ${endsSoon}))::int`,
      due: sql<number>`(count(*) filter (where ${isDue}))::int`,
      value: sql`coalesce(sum(${cartItems.quantity} * ${products.pricePaisa}) filter (where not ${isDue}), 0)`.mapWith(
        Number,
      ),
    })
    .from(cartItems)
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(sql`${cartItems.isActive}`);
  const { live = 0, expiring = 0, due = 0, value = 0 } = found ?? {};
  return { live, expiring, due, value: formatAmount(paisa(value)) };
}

/** Carts with lines of that state, whose they are and what these lines hold, the newest cart first. */
export async function listCarts(
  { db, now, actor }: UserCtx,
  { state, page, page_size }: ListCartsQuery,
): Promise<{ count: number; rows: HeldCartView[] }> {
  requireStaff(actor);
  const wanted = linesOf(state, now);
  const [[total], found] = await Promise.all([
    db
      .select({ count: countDistinct(cartItems.cartId) })
      .from(cartItems)
      .where(wanted),
    db
      .select({ id: carts.id, userId: carts.userId, email: users.email, isGuest: users.isGuest })
      .from(carts)
      .innerJoin(users, eq(users.id, carts.userId))
      .where(
        exists(
          db
            .select({ id: cartItems.id })
            .from(cartItems)
            .where(and(eq(cartItems.cartId, carts.id), wanted)),
        ),
      )
      .orderBy(desc(carts.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  if (found.length === 0) return { count: total?.count ?? 0, rows: [] };
  const ids = found.map((cart) => cart.id);
  const lines = await db
    .select({ line: cartItems, product: products })
    .from(cartItems)
    .innerJoin(products, eq(products.id, cartItems.productId))
    .where(and(inArray(cartItems.cartId, ids), wanted))
    .orderBy(asc(cartItems.id));
  const rows = found.map(({ id, userId, email, isGuest }) => {
    const own = lines.filter(({ line }) => line.cartId === id);
    return {
      id,
      user_id: userId,
      email: isGuest ? null : email,
      is_guest: isGuest,
      value: formatAmount(addPaisa(...own.map(({ line, product }) => timesPaisa(product.pricePaisa, line.quantity)))),
      lines: own.map(({ line, product }) => ({
        product_item_code: product.itemCode,
        product_name: product.name,
        product_name_ur: product.nameUr,
        quantity: line.quantity,
        subtotal: formatAmount(timesPaisa(product.pricePaisa, line.quantity)),
        is_active: line.isActive,
        expires_at: expiresAt(line.createdAt, env().cartExpiryHours).toISOString(),
      })),
    };
  });
  return { count: total?.count ?? 0, rows };
}
