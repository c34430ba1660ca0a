import { adminContext } from "@/lib/http/context";
import { idOf, json, route } from "@/lib/http/route";
import { declineRefund } from "@/lib/refunds/decline-refund";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await adminContext(request);
    const refund_request = await declineRefund(ctx, { requestId: idOf(id, "refund_request_not_found") });
    return json({ message: "The refund is declined.", refund_request });
  },
});
