import { brokenConstraint } from "@/db/broken-constraint";
import { env } from "@/lib/env";
import { type RawMessage, readNotice } from "@/lib/jazzcash/notice";
import type { EventChannel } from "@/lib/payments/model";
import { recordRefusal } from "@/lib/payments/record-refusal";
import { type Settlement, settlePayment } from "@/lib/payments/settle-payment";
import type { Ctx } from "@/lib/shared/context";

/** Takes in one message of the gateway: read, settled, and written down where it is refused. Reads no session. */
export async function receiveNotice(ctx: Ctx, message: RawMessage, channel: EventChannel): Promise<Settlement> {
  const reading = readNotice(message, channel, env().jazzcash);
  const outcome: Settlement = reading.refused
    ? { ...reading, locale: null }
    : await settlePayment(ctx, reading.notice).catch((thrown: unknown) => {
        if (brokenConstraint(thrown) !== "payments_unique_gateway_reference") throw thrown;
        const { transactionId, fields } = reading.notice;
        const detail = "Another payment has this pp_RetreivalReferenceNo.";
        return { refused: "gateway_reference_reused", detail, channel, transactionId, fields, locale: null } as const;
      });
  if (outcome.refused === undefined) return outcome;
  const named = await recordRefusal(ctx, outcome);
  return { ...outcome, transactionId: named ? outcome.transactionId : null, locale: named?.locale ?? null };
}
