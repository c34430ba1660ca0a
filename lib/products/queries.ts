import { and, asc, count, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { categories, products } from "@/db/schema/catalog";
import { shopSettings } from "@/db/schema/settings";
import type { Slice } from "@/lib/http/page";
import { productView } from "@/lib/products/product-view";
import type { ManagedProductView, ManageProductsQuery } from "@/lib/products/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { likePattern } from "@/lib/shared/like-pattern";
import { requireStaff } from "@/lib/shared/require-role";

const SHOWN: Record<NonNullable<ManageProductsQuery["show"]>, SQL | undefined> = {
  active: eq(products.isActive, true),
  inactive: eq(products.isActive, false),
  low: and(eq(products.isActive, true), lt(products.stock, sql`(select low_stock_below from ${shopSettings})`)),
};

type ProductFilters = Pick<ManageProductsQuery, "search" | "category" | "show">;

/** What the filters of the list leave of products beside their categories. */
export const matchesProduct = ({ search, category, show }: ProductFilters): SQL | undefined =>
  and(
    search
      ? or(
          ...[products.itemCode, products.name, products.nameUr, products.keywords, products.groupCode].map(
            (column) => sql`${column} ilike ${likePattern(search)}`,
          ),
        )
      : undefined,
    category ? eq(categories.slug, category) : undefined,
    show ? SHOWN[show] : undefined,
  );

/** All products, on sale or not, those of one group together: the oldest first. */
export async function listManagedProducts(
  { db, actor }: UserCtx,
  query: ManageProductsQuery,
): Promise<Slice<ManagedProductView>> {
  requireStaff(actor);
  const where = matchesProduct(query);
  const first = sql`coalesce((select min(id) from ${products} as one where one.group_code = ${products.groupCode}), ${products.id})`;
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(products)
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(where)
      .orderBy(first, asc(products.id))
      .limit(query.page_size)
      .offset((query.page - 1) * query.page_size),
    db
      .select({ count: count() })
      .from(products)
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(where),
  ]);
  return {
    count: total?.count ?? 0,
    rows: rows.map((row) => productView(row.products, row.categories.slug)),
  };
}

const CHEAPEST = [asc(products.pricePaisa), asc(products.id)];

/** One product, on sale or not, with those of its group; null where there is none. */
export async function findManagedProduct({ db, actor }: UserCtx, itemCode: string) {
  requireStaff(actor);
  if (itemCode.includes("\0")) return null;
  const join = () => db.select().from(products).innerJoin(categories, eq(categories.id, products.categoryId));
  const [found] = await join().where(eq(products.itemCode, itemCode));
  if (!found) return null;
  const { groupCode, id } = found.products;
  const inGroup =
    groupCode === null
      ? []
      : await join()
          .where(eq(products.groupCode, groupCode))
          .orderBy(...CHEAPEST);
  const group = inGroup.map((row) => productView(row.products, row.categories.slug));
  return { id, product: productView(found.products, found.categories.slug), group };
}
