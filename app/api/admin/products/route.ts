import { jsonBody, queryOf } from "@/lib/http/body";
import { adminContext, staffContext } from "@/lib/http/context";
import { pageOf } from "@/lib/http/page";
import { json, route } from "@/lib/http/route";
import { createProduct } from "@/lib/products/create-product";
import { listManagedProducts } from "@/lib/products/queries";
import { CreateProductInput, ManageProductsQuery } from "@/lib/products/schemas";

/** All products, on sale or not, for the staff; administrators put new ones in. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const ctx = await staffContext(request);
    const query = queryOf(request, ManageProductsQuery);
    return json(pageOf(request, query, await listManagedProducts(ctx, query)));
  },
  POST: async (request) => {
    const ctx = await adminContext(request);
    return json(await createProduct(ctx, await jsonBody(request, CreateProductInput)), 201);
  },
});
