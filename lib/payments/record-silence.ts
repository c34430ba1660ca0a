import { countTurn } from "@/lib/http/rate-limit";
import type { EventChannel } from "@/lib/payments/model";
import type { PaymentRow } from "@/lib/payments/payment-view";
import { recordEvent } from "@/lib/payments/record-event";
import type { Ctx } from "@/lib/shared/context";

type Silence = { message: string; fields: Record<string, string> };

/** Writes down that the gateway was asked and gave no answer, within the hourly limit of such notes for an attempt. */
export async function recordSilence(
  { db, now }: Ctx,
  payment: PaymentRow,
  channel: EventChannel,
  { message, fields }: Silence,
): Promise<void> {
  const { isWithin } = await countTurn(db, "unanswered", String(payment.id), now);
  if (!isWithin) return;
  await recordEvent(db, {
    paymentId: payment.id,
    transactionId: payment.transactionId,
    channel,
    isOutgoing: false,
    fields,
    decision: `no answer: ${message}`,
    refusal: null,
    statusAfter: null,
    now,
  });
}
