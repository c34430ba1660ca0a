import { sql } from "drizzle-orm";
import { cartItems, carts } from "@/db/schema/carts";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { statement } from "@/db/statement";
import { expiryCutoff } from "@/lib/cart/model";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import { formatAmount, type Paisa } from "@/lib/shared/money";

type Row = {
  quantity: number;
  transactionId: string | null;
  amountPaisa: Paisa | null;
  status: "pending" | "processing" | null;
  voucherNumber: string | null;
};

const FIND_STANDING = statement<{ userId: number; cutoff: Date }, Row>(
  ({ userId, cutoff }) => sql`
    select cart.quantity, awaited.transaction_id, awaited.amount_paisa, awaited.status, awaited.voucher_number
    from (
      select coalesce(sum(line.quantity), 0)::int as quantity
      from ${carts} join ${cartItems} as line on line.cart_id = ${carts.id}
      where ${carts.userId} = ${userId} and line.is_active and line.created_at > ${cutoff}
    ) as cart
    left join lateral (
      select payment.* from ${orders} as bought join ${payments} as payment on payment.order_id = bought.id
      where bought.user_id = ${userId} and payment.status in ('pending', 'processing')
        and payment.payment_method <> 'cash_on_delivery'
      order by payment.id desc limit 1
    ) as awaited on true`,
);

/** A payment whose end is not known yet. */
export type AwaitedPayment = { transactionId: string; amount: string; stage: "begun" | "checked" | "voucher" };

/** What the head of each page says to its visitor, in one statement: pieces in the cart, and a payment that is open. */
export async function findStanding({
  db,
  now,
  actor,
}: UserCtx): Promise<{ quantity: number; awaited: AwaitedPayment | null }> {
  const [row] = await FIND_STANDING(db, {
    userId: actor.userId,
    cutoff: expiryCutoff(now, env().cartExpiryHours),
  });
  if (!row) return { quantity: 0, awaited: null };
  const { quantity, transactionId, amountPaisa, status, voucherNumber } = row;
  if (transactionId === null || amountPaisa === null) return { quantity, awaited: null };
  const stage = voucherNumber !== null ? "voucher" : status === "processing" ? "checked" : "begun";
  return { quantity, awaited: { transactionId, amount: formatAmount(amountPaisa), stage } };
}
