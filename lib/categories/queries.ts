import { asc, sql } from "drizzle-orm";
import { categories, products } from "@/db/schema/catalog";
import type { ManagedCategoryView } from "@/lib/categories/schemas";
import type { Ctx } from "@/lib/shared/context";

/** All categories in their order, each with how many products it has, on sale or not. */
export const listCategories = ({ db }: Pick<Ctx, "db">): Promise<ManagedCategoryView[]> =>
  db
    .select({
      slug: categories.slug,
      name: categories.name,
      name_ur: categories.nameUr,
      products: sql<number>`(select count(*)::int from ${products} as product where product.category_id = categories.id)`,
    })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.id));
