import { createCategory } from "@/lib/categories/create-category";
import { listCategories } from "@/lib/categories/queries";
import { CreateCategoryInput } from "@/lib/categories/schemas";
import { jsonBody } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

/** The categories in their order. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => json({ results: await listCategories(await staffContext(request)) }),
  POST: async (request) => {
    const ctx = await adminContext(request);
    const input = await jsonBody(request, CreateCategoryInput);
    await createCategory(ctx, input);
    return json({ ...input, products: 0 }, 201);
  },
});
