import { answerExport } from "@/lib/http/answer-export";
import { adminContext } from "@/lib/http/context";
import { route } from "@/lib/http/route";

/** The whole catalogue as a file that can be changed and imported again. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => answerExport(request, await adminContext(request), { name: "products", filters: {} }),
});
