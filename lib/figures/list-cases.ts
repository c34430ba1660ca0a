import { sql } from "drizzle-orm";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { casesOf } from "@/lib/figures/cases-of";
import type { Zero } from "@/lib/figures/model";
import type { CaseView } from "@/lib/figures/schemas";
import type { ReviewKind } from "@/lib/reviews/model";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { formatAmount, type Paisa, ZERO } from "@/lib/shared/money";

const MOST_CASES = 200;

type CaseRow = {
  orderId: number | null;
  orderNumber: string | null;
  paymentId: number | null;
  transactionId: string | null;
  reviewId: number | null;
  reviewKind: ReviewKind | null;
  reviewFacts: CaseView["review_facts"];
  fileId: number | null;
  fileName: string | null;
  line: number | null;
  amount: Paisa | null;
  since: Date;
};

/** The cases that one of the numbers counts, the oldest first and no more of them than a person can look at. */
export async function listCases(
  { db, now, actor }: UserCtx,
  zero: Zero,
): Promise<{ cases: CaseView[]; isAll: boolean }> {
  requireStaff(actor);
  const found = await db.execute<CaseRow>(sql`
    select "order".id as order_id, order_number, payment.id as payment_id, transaction_id, review_id, review_kind,
      item.facts as review_facts, file.id as file_id, file.name as file_name, said.line, amount, since
    from (${casesOf(sql`${now}`)[zero]}) as found
    left join ${reviewItems} as item on item.id = found.review_id
    left join ${settlementRows} as said on said.id = item.settlement_row_id
    left join ${settlementFiles} as file on file.id = said.file_id
    left join ${payments} as payment on payment.id = coalesce(found.payment_id, said.payment_id)
    left join ${orders} as "order" on "order".id = payment.order_id
    order by since, found.payment_id, review_id limit ${MOST_CASES + 1}`);
  const cases = found.slice(0, MOST_CASES).map((row) => ({
    order_id: row.orderId,
    order_number: row.orderNumber,
    payment_id: row.paymentId,
    transaction_id: row.transactionId,
    review_id: row.reviewId,
    review_kind: row.reviewKind,
    review_facts: row.reviewFacts,
    settlement_row:
      row.fileId === null ? null : { file_id: row.fileId, file_name: row.fileName ?? "", line: row.line ?? 0 },
    amount: formatAmount(row.amount ?? ZERO),
    since: row.since.toISOString(),
  }));
  return { cases, isAll: found.length <= MOST_CASES };
}
