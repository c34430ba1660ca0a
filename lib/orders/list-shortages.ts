import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";

/** Names what cannot be had, for the refusal. */
export async function listShortages(db: Database, lines: readonly { productId: number; quantity: number }[]) {
  const ids = lines.map((line) => line.productId);
  const found = await db
    .select({
      id: products.id,
      itemCode: products.itemCode,
      name: products.name,
      stock: products.stock,
      isActive: products.isActive,
    })
    .from(products)
    .where(sql`${products.id} = any(${sql.param(ids)}::bigint[])`);
  return found.flatMap((product) => {
    const wanted = lines.find((line) => line.productId === product.id)?.quantity ?? 0;
    if (product.isActive && product.stock >= wanted) return [];
    return [
      {
        product_item_code: product.itemCode,
        product_name: product.name,
        available: product.isActive ? product.stock : 0,
        is_active: product.isActive,
      },
    ];
  });
}
