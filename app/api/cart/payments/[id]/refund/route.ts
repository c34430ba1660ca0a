import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { refundPayment } from "@/lib/payments/refund-payment";
import { RefundPaymentInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const input = await jsonBody(request, RefundPaymentInput);
    const refund = await refundPayment(ctx, { ...input, paymentId: idOf(id, "payment_not_found") });
    const message = refund.status === "completed" ? "The money is given back." : "The refund is being checked.";
    return json({ message, refund });
  },
});
