import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { reviewItems } from "@/db/schema/reviews";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { receiveNotice } from "@/lib/payments/receive-notice";
import type { ReviewAction, ReviewKind } from "@/lib/reviews/model";
import { resolveReview } from "@/lib/reviews/resolve-review";
import type { UserCtx } from "@/lib/shared/context";

export type Attempt = Awaited<ReturnType<typeof anAttempt>>;

/** The open item of a kind that an attempt has. */
export async function openItem(tx: Database, { payment }: Attempt, kind: ReviewKind) {
  const isIt = and(eq(reviewItems.paymentId, payment.payment_id), eq(reviewItems.kind, kind));
  const [item] = await tx
    .select()
    .from(reviewItems)
    .where(and(isIt, isNull(reviewItems.closedAt)))
    .orderBy(desc(reviewItems.id));
  if (!item) throw new Error(`no ${kind} is open`);
  return item;
}

/** A person deals with it. */
export async function decided(admin: UserCtx, attempt: Attempt, kind: ReviewKind, action: ReviewAction) {
  const item = await openItem(admin.db, attempt, kind);
  return resolveReview(admin, { reviewId: item.id, action, resolution: "Looked at in the portal." });
}

/** An order of Rs 3,000 for which JazzCash took Rs 2,900, by a discount of its own. */
export async function discounted(tx: Database) {
  const attempt = await anAttempt(await somebody(tx));
  await receiveNotice(gateway(tx), returned(attempt.payment, { pp_DiscountedAmount: "290000" }), "return");
  return attempt;
}
