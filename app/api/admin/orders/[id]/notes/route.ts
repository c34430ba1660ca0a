import { addOrderNote } from "@/lib/desk/add-order-note";
import { OrderNoteInput } from "@/lib/desk/schemas";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, OrderNoteInput);
    const ifMatch = ifMatchOf(request);
    const note = await addOrderNote(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return json({ message: "The note is kept.", note }, 201);
  },
});
