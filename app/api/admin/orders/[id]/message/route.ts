import { WriteToCustomerInput } from "@/lib/desk/schemas";
import { findNote } from "@/lib/desk/queries";
import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { answerOnce } from "@/lib/http/idempotency";
import { idOf, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = { ...(await jsonBody(request, WriteToCustomerInput)), orderId: idOf(id, "order_not_found") };
    const ifMatch = ifMatchOf(request);
    return answerOnce(request, ctx, {
      route: "orders/message",
      input,
      run: (recordResult) => writeToCustomer(ctx, { ...input, ifMatch }, recordResult),
      find: (noteId) => findNote(ctx, noteId),
      body: (note) => ({ message: "The message is on its way.", note }),
      status: 201,
    });
  },
});
