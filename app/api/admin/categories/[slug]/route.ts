import { renameCategory } from "@/lib/categories/rename-category";
import { RenameCategoryInput } from "@/lib/categories/schemas";
import { jsonBody } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { json, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  PATCH: async (request, { slug = "" }) => {
    const ctx = await adminContext(request);
    const names = await jsonBody(request, RenameCategoryInput.strict());
    await renameCategory(ctx, { slug, ...names });
    return json({ slug, ...names });
  },
});
