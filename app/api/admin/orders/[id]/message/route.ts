import { writeToCustomer } from "@/lib/desk/write-to-customer";
import { WriteToCustomerInput } from "@/lib/desk/schemas";
import { jsonBody } from "@/lib/http/body";
import { staffContext } from "@/lib/http/context";
import { ifMatchOf } from "@/lib/http/etag";
import { idOf, json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request, { id }) => {
    const ctx = await staffContext(request);
    const input = await jsonBody(request, WriteToCustomerInput);
    const ifMatch = ifMatchOf(request);
    const note = await writeToCustomer(ctx, { ...input, orderId: idOf(id, "order_not_found"), ifMatch });
    return json({ message: "The message is on its way.", note }, 201);
  },
});
