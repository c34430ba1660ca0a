import { cronContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";

export const maxDuration = 60;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(await reconcilePayments(cronContext(request, "reconcile"))),
});
