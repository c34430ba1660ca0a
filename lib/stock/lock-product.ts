import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { products } from "@/db/schema/catalog";
import { AppError } from "@/lib/shared/errors";

export type LockedProduct = typeof products.$inferSelect;

/** One product, on sale or not, under its row's lock in the caller's transaction. */
export async function lockProduct(tx: Database, itemCode: string): Promise<LockedProduct> {
  const [product] = itemCode.includes("\0")
    ? []
    : await tx.select().from(products).where(eq(products.itemCode, itemCode)).for("no key update");
  if (!product) throw new AppError("product_not_found", "There is no such product.");
  return product;
}
