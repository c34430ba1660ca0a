import { brokenConstraint } from "@/db/broken-constraint";
import type { PaymentNews } from "@/lib/payments/apply-news";
import { refuseMessage } from "@/lib/payments/refuse-message";
import { type Settlement, settlePayment } from "@/lib/payments/settle-payment";
import type { Ctx } from "@/lib/shared/context";

/** Settles verified news; what the attempt does not bear out is written down as refused. */
export async function settleOrRefuse(ctx: Ctx, news: PaymentNews): Promise<Settlement> {
  const { channel, transactionId, fields } = news;
  const outcome = await settlePayment(ctx, news).catch((thrown: unknown) => {
    if (brokenConstraint(thrown) !== "payments_unique_gateway_reference") throw thrown;
    const detail = "Another payment has this pp_RetreivalReferenceNo.";
    const refused = { refused: "gateway_reference_reused", detail, isSigned: true, locale: null } as const;
    return { ...refused, channel, transactionId, fields };
  });
  return outcome.refused === undefined ? outcome : refuseMessage(ctx, outcome);
}
