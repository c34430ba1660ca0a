import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { shopSettings } from "@/db/schema/settings";
import { statement } from "@/db/statement";
import { phoneOf } from "@/lib/orders/phone-of";
import { AppError } from "@/lib/shared/errors";
import { formatAmount, type Paisa } from "@/lib/shared/money";

type Standing = { totalPaisa: Paisa; cashLimitPaisa: Paisa; openCashPerPhone: number | null; others: number };

/** Others of the phone are looked for only where the merchant counts them, among what is open. */
const STANDING = statement<{ orderId: number }, Standing>(
  ({ orderId }) => sql`
    select asked.total_paisa, cash_limit_paisa, open_cash_per_phone, coalesce(others, 0)::int as others
    from (select *, ${phoneOf(sql`${orders}`)} as phone from ${orders} where id = ${orderId}) as asked
    cross join ${shopSettings} left join lateral (
      select count(*) as others from ${payments} as payment join ${orders} as other on other.id = payment.order_id
      where payment.status in ('pending', 'processing') and payment.payment_method = 'cash_on_delivery'
        and other.id <> asked.id and ${phoneOf(sql`other`)} = asked.phone
    ) as counted on open_cash_per_phone is not null`,
);

/**
 * Refuses `cash_not_possible` for an order that is too large for cash, or whose phone has too many cash orders open.
 * Under the lock of the phone this is exact.
 */
export async function refuseCash(tx: Database, orderId: number): Promise<void> {
  const [standing] = await STANDING(tx, { orderId });
  if (!standing) return;
  const { totalPaisa, cashLimitPaisa, openCashPerPhone, others } = standing;
  if (totalPaisa > cashLimitPaisa) {
    const cash_limit = formatAmount(cashLimitPaisa);
    throw refusal("too_large", `Cash is taken for orders of up to Rs ${cash_limit}.`, { cash_limit });
  }
  if (openCashPerPhone !== null && others >= openCashPerPhone) {
    throw refusal("too_many_open", "Other cash orders of this phone are still on their way.", {});
  }
}

const refusal = (reason: "too_large" | "too_many_open", detail: string, more: object) =>
  new AppError("cash_not_possible", detail, { reason, errors: [{ path: "payment_method", message: detail }], ...more });
