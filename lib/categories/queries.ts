import { asc, sql } from "drizzle-orm";
import { categories, products } from "@/db/schema/catalog";
import type { ManagedCategoryView } from "@/lib/categories/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** All categories in their order, each with how many products it has, on sale or not. */
export async function listCategories({ db, actor }: UserCtx): Promise<ManagedCategoryView[]> {
  requireStaff(actor);
  return db
    .select({
      slug: categories.slug,
      name: categories.name,
      name_ur: categories.nameUr,
      products: sql<number>`(select count(*)::int from ${products} as product where product.category_id = categories.id)`,
    })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.id));
}
