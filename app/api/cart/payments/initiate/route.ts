import { jsonBody } from "@/lib/http/body";
import { userContext } from "@/lib/http/context";
import { takeTurn } from "@/lib/http/rate-limit";
import { json, route } from "@/lib/http/route";
import { initiatePayment } from "@/lib/payments/initiate-payment";
import { InitiatePaymentInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await userContext(request);
    const input = await jsonBody(request, InitiatePaymentInput);
    await takeTurn(ctx.db, "initiate", ctx.actor.sessionId, ctx.now);
    return json(await initiatePayment(ctx, input));
  },
});
