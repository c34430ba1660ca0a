import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { giveBackNow } from "@/lib/refunds/give-back-now";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const refund = await giveBackNow(ctx, { paymentId: idOf(id, "payment_not_found") });
    return json({ message: "What is owed has been sent back.", refund });
  },
});
