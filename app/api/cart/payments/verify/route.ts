import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { VerifyPaymentInput } from "@/lib/payments/schemas";
import { verifyPayment } from "@/lib/payments/verify-payment";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, VerifyPaymentInput);
    const payment = await verifyPayment(ctx, input);
    return json({ message: `The payment is ${payment.status}.`, payment });
  },
});
