import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { requestRefund } from "@/lib/refunds/request-refund";
import { RefundPaymentInput } from "@/lib/refunds/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const input = { ...(await jsonBody(request, RefundPaymentInput)), paymentId: idOf(id, "payment_not_found") };
    const refund_request = await requestRefund(ctx, input);
    return json({ message: "Another administrator must approve it.", refund_request }, 201);
  },
});
