import { OrderNoteInput } from "@/lib/desk/schemas";
import { findNote } from "@/lib/desk/queries";
import { addOrderNote } from "@/lib/desk/add-order-note";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { answerOnce } from "@/lib/http/idempotency";
import { idOf, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = { ...(await jsonBody(request, OrderNoteInput)), orderId: idOf(id, "order_not_found") };
    const ifMatch = ifMatchOf(request);
    return answerOnce(request, ctx, {
      route: "orders/notes",
      input,
      run: (recordResult) => addOrderNote(ctx, { ...input, ifMatch }, recordResult),
      find: (noteId) => findNote(ctx, noteId),
      body: (note) => ({ message: "The note is kept.", note }),
      status: 201,
    });
  },
});
