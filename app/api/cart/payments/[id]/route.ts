import { userContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { paymentView } from "@/lib/payments/payment-view";
import { findPayment } from "@/lib/payments/queries";
import { AppError } from "@/lib/shared/errors";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { id }) => {
    const paymentId = idOf(id, "payment_not_found"); // an address that names no payment is nobody's, signed in or not
    const payment = await findPayment(await userContext(request), { id: paymentId });
    if (!payment) throw new AppError("payment_not_found", "There is no such payment.");
    return json(paymentView(payment));
  },
});
