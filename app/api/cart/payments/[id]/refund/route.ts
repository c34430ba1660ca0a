import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { answerOnce } from "@/lib/http/idempotency";
import { idOf, route } from "@/lib/http/route";
import { findRefundOutcome, refundPayment } from "@/lib/refunds/refund-payment";
import { RefundPaymentInput } from "@/lib/refunds/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const input = { ...(await jsonBody(request, RefundPaymentInput)), paymentId: idOf(id, "payment_not_found") };
    const ifMatch = ifMatchOf(request);
    return answerOnce(request, ctx, {
      route: "payments/refund",
      input,
      run: (recordResult) => refundPayment(ctx, { ...input, ifMatch }, recordResult),
      find: (refundId) => findRefundOutcome(ctx, refundId),
      body: (refund) => ({
        message: refund.status === "completed" ? "The money is given back." : "The refund is being checked.",
        refund,
      }),
    });
  },
});
