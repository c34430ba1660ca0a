import { asc, count, eq } from "drizzle-orm";
import { paymentEvents, payments } from "@/db/schema/payments";
import { canReplay } from "@/lib/payments/model";
import type { PaymentEventView } from "@/lib/payments/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireStaff } from "@/lib/shared/require-role";

type EventRow = typeof paymentEvents.$inferSelect;

const eventView = (event: EventRow): PaymentEventView => ({
  id: event.id,
  created_at: event.createdAt.toISOString(),
  channel: event.channel,
  is_outgoing: event.isOutgoing,
  decision: event.decision,
  refusal: event.refusal,
  status_after: event.statusAfter,
  fields: event.fields,
  can_replay: canReplay(event),
});

/** What was said about one payment and what was decided, oldest first, for staff; masked as it is kept. */
export async function listEvents(
  { db, actor }: UserCtx,
  { paymentId, page, page_size }: { paymentId: number; page: number; page_size: number },
): Promise<{ count: number; rows: PaymentEventView[] }> {
  requireStaff(actor);
  const isOfIt = eq(paymentEvents.paymentId, paymentId);
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(paymentEvents).where(isOfIt),
    db
      .select()
      .from(paymentEvents)
      .where(isOfIt)
      .orderBy(asc(paymentEvents.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  if (rows.length === 0 && (await db.$count(payments, eq(payments.id, paymentId))) === 0) {
    throw new AppError("payment_not_found", "There is no such payment.");
  }
  return { count: total?.count ?? 0, rows: rows.map(eventView) };
}
