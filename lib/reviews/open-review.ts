import type { Database } from "@/db/client";
import { reviewItems } from "@/db/schema/reviews";
import type { ReviewKind } from "@/lib/reviews/model";

/** Asks a person to look at a payment; an open item of the same kind is enough. */
export async function openReview(
  tx: Database,
  paymentId: number,
  kind: ReviewKind,
  facts: Record<string, string | number | null>,
  now: Date,
): Promise<void> {
  await tx.insert(reviewItems).values({ paymentId, kind, facts, openedAt: now }).onConflictDoNothing();
}
