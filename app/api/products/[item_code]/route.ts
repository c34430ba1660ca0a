import { findProduct } from "@/lib/catalog/queries";
import { ProductView } from "@/lib/catalog/schemas";
import { publicContext } from "@/lib/http/public-context";
import { json, route } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";

/** One product that is on sale. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (_request, { item_code = "" }) => {
    const product = await findProduct(publicContext().db, item_code);
    if (!product) throw new AppError("product_not_found", "There is no such product.");
    return json(ProductView.parse(product));
  },
});
