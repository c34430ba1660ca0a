import { staffContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { inquireNow } from "@/lib/payments/inquire-now";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const payment = await inquireNow(ctx, { paymentId: idOf(id, "payment_not_found") });
    return json({ message: `The payment is ${payment.status}.`, payment });
  },
});
