import { and, eq } from "drizzle-orm";
import { paymentEvents } from "@/db/schema/payments";
import { recordAudit } from "@/lib/audit/record-audit";
import { env } from "@/lib/env";
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
  /** Fields of the stored notice that were hidden, a payer's number for one: it cannot be proven from it any more. */
  masked: string[];
};

/** JazzCash's forms may carry the shop's password, and where it was another one the signature tells. */
const withOwnPassword = ([name, value]: [string, string]): [string, string] =>
  name === "pp_Password" && isMasked(value) ? [name, env().jazzcash.password] : [name, value];

/**
 * Reads a stored notice once more, as if it had just come: through the gateway's own door and with no other right, so that
 * a repeat changes nothing, what was refused for a fault of the shop's settings counts once that is mended, and what
 * cannot be proven is refused. Each is one more event, and a refused one makes the inquiry due.
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
  const entries = Object.entries(event.fields).map(withOwnPassword);
  const settled = await receiveNotice(gateway, { kind: "json", entries }, "callback");
  const masked = entries.flatMap(([name, value]) => (isMasked(value) ? [name] : []));
  if (settled.refused !== undefined) return { outcome: "refused", status: null, refusal: settled.refused, masked };
  const { status } = settled.payment;
  return { outcome: status === settled.before ? "unchanged" : "changed", status, refusal: null, masked };
}
