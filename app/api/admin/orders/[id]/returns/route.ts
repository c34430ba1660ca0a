import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { answerOnce } from "@/lib/http/idempotency";
import { idOf, route } from "@/lib/http/route";
import { findReturn } from "@/lib/returns/queries";
import { returnLines } from "@/lib/returns/return-lines";
import { ReturnLinesInput } from "@/lib/returns/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = { ...(await jsonBody(request, ReturnLinesInput)), orderId: idOf(id, "order_not_found") };
    const ifMatch = ifMatchOf(request);
    return answerOnce(request, ctx, {
      route: "orders/returns",
      input,
      run: (recordResult) => returnLines(ctx, { ...input, ifMatch }, recordResult),
      find: (returnId) => findReturn(ctx.db, returnId),
      body: (returned) => {
        const isOpen = input.refund && returned.refund === null;
        const message = isOpen
          ? "The goods are taken back; no money went back with them."
          : "The goods are taken back.";
        return { message, return: returned };
      },
      status: 201,
    });
  },
});
