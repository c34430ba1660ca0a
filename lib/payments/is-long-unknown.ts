import { type SQL, sql } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { UNKNOWN_MINUTES } from "@/lib/payments/model";
import { minutesAfter } from "@/lib/shared/pakistan-time";

/**
 * Attempts of which it has been unknown for over half an hour whether they were paid. A voucher whose time still runs is
 * no such attempt, nor one about whose amount a person is asked.
 */
export const isLongUnknown = (now: Date): SQL => sql`
  ${payments.status} = 'processing' and ${payments.createdAt} < ${minutesAfter(now, -UNKNOWN_MINUTES)}
  and (${payments.voucherNumber} is null or ${payments.expiresAt} <= ${now})
  and not exists (select from ${reviewItems} where ${reviewItems.paymentId} = ${payments.id}
    and ${reviewItems.kind} = 'amount_differs' and ${reviewItems.closedAt} is null)`;
