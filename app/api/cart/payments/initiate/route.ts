import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { answerOnce } from "@/lib/http/idempotency";
import { route } from "@/lib/http/route";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { findInitiatedPayment } from "@/lib/payments/initiated-payment";
import { InitiatePaymentInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, InitiatePaymentInput);
    return answerOnce(request, ctx, {
      route: "payments/initiate",
      input,
      run: (recordResult) => initiatePayment(ctx, input, { recordResult }),
      find: (id) => findInitiatedPayment(ctx, id),
    });
  },
});
