import { and, eq } from "drizzle-orm";
import { paymentEvents } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { takeTurn } from "@/lib/http/rate-limit";
import { canReplay, isMasked, type PaymentState } from "@/lib/payments/model";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

export type Replay = {
  outcome: "changed" | "unchanged" | "refused";
  status: PaymentState | null;
  refusal: string | null;
  /** Fields of the stored notice that were hidden: what was signed cannot be proven from it any more. */
  masked: string[];
};

/**
 * Reads a stored notice once more, as if it had just come: through the gateway's own door and with no other right, so that
 * a repeat changes nothing and what cannot be proven any more is refused. Either is one more event, and a refused one
 * makes the inquiry due.
 */
export async function replayNotice(
  ctx: UserCtx,
  { paymentId, eventId }: { paymentId: number; eventId: number },
): Promise<Replay> {
  requireStaff(ctx.actor);
  await takeTurn(ctx.db, "verify", ctx.actor.sessionId, ctx.now);
  const [event] = await ctx.db
    .select()
    .from(paymentEvents)
    .where(and(eq(paymentEvents.id, eventId), eq(paymentEvents.paymentId, paymentId)));
  if (!event || !canReplay(event)) throw new AppError("not_found", "This payment has no such notice.");
  await recordAudit(ctx.db, ctx, "payment.replay", `payment:${paymentId}`, { event: eventId });
  const gateway = { ...ctx, actor: { kind: "gateway" } } as const;
  const message = { kind: "json", entries: Object.entries(event.fields) } as const;
  const settled = await receiveNotice(gateway, message, "callback");
  const masked = Object.entries(event.fields).flatMap(([name, value]) => (isMasked(value) ? [name] : []));
  if (settled.refused !== undefined) return { outcome: "refused", status: null, refusal: settled.refused, masked };
  const { status } = settled.payment;
  return { outcome: status === settled.before ? "unchanged" : "changed", status, refusal: null, masked };
}
