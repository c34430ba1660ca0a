import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { InitiatePaymentInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, InitiatePaymentInput);
    return json(await initiatePayment(ctx, input));
  },
});
