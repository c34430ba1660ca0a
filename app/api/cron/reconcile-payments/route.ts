import { cronContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";
import { reconcileAndProve } from "@/lib/payments/reconcile-and-prove";

export const maxDuration = 60;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json(await reconcileAndProve(cronContext(request, "reconcile"))),
});
