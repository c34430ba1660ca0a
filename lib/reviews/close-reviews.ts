import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { reviewItems } from "@/db/schema/reviews";
import type { ReviewKind } from "@/lib/reviews/model";

/** A fact has settled what was asked of a person: such open items of the payment are closed in its name. */
export async function closeReviews(
  tx: Database,
  paymentId: number,
  kinds: ReviewKind[],
  { by, resolution, now }: { by: string; resolution: string; now: Date },
): Promise<void> {
  await tx
    .update(reviewItems)
    .set({ closedAt: now, closedBy: by, resolution })
    .where(and(eq(reviewItems.paymentId, paymentId), inArray(reviewItems.kind, kinds), isNull(reviewItems.closedAt)));
}
