import type { RecordedView, RecordManyInput } from "@/lib/cash/schemas";
import { recordCash } from "@/lib/payments/record-cash";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

/** The courier's cash of several orders, each in a transaction of its own: one that is refused stops no other. */
export async function recordCashOfMany(ctx: UserCtx, { payment_ids }: RecordManyInput): Promise<RecordedView> {
  requireStaff(ctx.actor);
  const view: RecordedView = { recorded: [], refused: [] };
  for (const paymentId of new Set(payment_ids)) {
    try {
      view.recorded.push((await recordCash(ctx, { paymentId })).id);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      view.refused.push({ payment_id: paymentId, code: thrown.code });
    }
  }
  return view;
}
