import { inArray } from "drizzle-orm";
import { products } from "@/db/schema/catalog";
import type { OrderView } from "@/lib/orders/schemas";
import type { Ctx } from "@/lib/shared/context";

/** Today's pictures of what was bought, by item code. */
export async function findPictures(
  { db }: Pick<Ctx, "db">,
  ordered: readonly Pick<OrderView, "items">[],
): Promise<Record<string, string | null>> {
  const codes = [...new Set(ordered.flatMap(({ items }) => items.map((item) => item.product_item_code)))];
  if (codes.length === 0) return {};
  const found = await db
    .select({ code: products.itemCode, imageUrl: products.imageUrl })
    .from(products)
    .where(inArray(products.itemCode, codes));
  return Object.fromEntries(found.map(({ code, imageUrl }) => [code, imageUrl]));
}
