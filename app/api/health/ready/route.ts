import { readiness } from "@/lib/http/readiness";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => {
    const found = await readiness();
    return json(found, found.status === "ok" ? 200 : 503);
  },
});
