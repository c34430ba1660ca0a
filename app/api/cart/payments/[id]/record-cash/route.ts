import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";
import { recordCash } from "@/lib/payments/record-cash";
import { RecordCashInput } from "@/lib/payments/schemas";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, RecordCashInput);
    const payment = await recordCash(ctx, {
      ...input,
      paymentId: idOf(id, "payment_not_found"),
      ifMatch: ifMatchOf(request),
    });
    return json({ message: "The cash is recorded.", payment });
  },
});
