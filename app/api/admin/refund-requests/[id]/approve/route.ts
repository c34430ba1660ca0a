import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { approveRefund } from "@/lib/refunds/approve-refund";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const refund = await approveRefund(ctx, { requestId: idOf(id, "refund_request_not_found") });
    return json({ message: "The refund is approved.", refund });
  },
});
