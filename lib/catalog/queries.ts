import { and, asc, count, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import type { ListProductsQuery, ProductView } from "@/lib/catalog/schemas";
import type { Slice } from "@/lib/http/page";
import { formatAmount, type Paisa } from "@/lib/shared/money";

/** A product with all that its own page says. */
export type ProductDetail = ProductView & { nameUr: string; description: string; descriptionUr: string };

export type CategoryView = { slug: string; name: string; nameUr: string };

const ORDER: Record<NonNullable<ListProductsQuery["ordering"]>, SQL[]> = {
  name: [asc(sql`lower(${products.name})`), asc(products.id)],
  "-name": [desc(sql`lower(${products.name})`), desc(products.id)],
  unit_price: [asc(products.pricePaisa), asc(products.id)],
  "-unit_price": [desc(products.pricePaisa), desc(products.id)],
  newest: [desc(products.createdAt), desc(products.id)],
};

function matching({ search, category }: ListProductsQuery): SQL | undefined {
  const pattern = search && `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    eq(products.isActive, true),
    category ? eq(categories.slug, category) : undefined,
    pattern
      ? or(
          ilike(products.name, pattern),
          ilike(products.nameUr, pattern),
          ilike(products.itemCode, pattern),
          ilike(products.description, pattern),
        )
      : undefined,
  );
}

/** What is on sale, one page of it; without an ordering by item, the oldest first. */
export async function listProducts(db: Database, query: ListProductsQuery): Promise<Slice<ProductView>> {
  const where = matching(query);
  const [rows, [total]] = await Promise.all([
    db
      .select({
        item_code: products.itemCode,
        name: products.name,
        pricePaisa: products.pricePaisa,
        stock: products.stock,
        category: categories.slug,
        image_url: products.imageUrl,
        is_active: products.isActive,
      })
      .from(products)
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(where)
      .orderBy(...(query.ordering ? ORDER[query.ordering] : [asc(products.id)]))
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
    rows: rows.map(({ pricePaisa, ...row }) => ({ ...row, unit_price: formatAmount(pricePaisa) })),
  };
}

type ProductRow = {
  itemCode: string;
  name: string;
  nameUr: string;
  description: string;
  descriptionUr: string;
  pricePaisa: Paisa;
  stock: number;
  category: string;
  imageUrl: string | null;
  isActive: boolean;
};

const FIND_PRODUCT = statement<{ itemCode: string }, ProductRow>(
  ({ itemCode }) => sql`
    select ${products.itemCode}, ${products.name}, ${products.nameUr}, ${products.description},
      ${products.descriptionUr}, ${products.pricePaisa}, ${products.stock}, ${categories.slug} as category,
      ${products.imageUrl}, ${products.isActive}
    from ${products} join ${categories} on ${categories.id} = ${products.categoryId}
    where ${products.itemCode} = ${itemCode} and ${products.isActive}`,
);

/** One product that is on sale, or null. */
export async function findProduct(db: Database, itemCode: string): Promise<ProductDetail | null> {
  if (itemCode.includes("\0")) return null; // PostgreSQL stores no such text
  const [row] = await FIND_PRODUCT(db, { itemCode });
  if (!row) return null;
  const { itemCode: item_code, pricePaisa, imageUrl: image_url, isActive: is_active, ...words } = row;
  return { ...words, item_code, unit_price: formatAmount(pricePaisa), image_url, is_active };
}

const LIST_CATEGORIES = statement<object, CategoryView>(
  () => sql`
    select ${categories.slug}, ${categories.name}, ${categories.nameUr} from ${categories}
    order by ${categories.position}, ${categories.id}`,
);

export const listCategories = (db: Database): Promise<CategoryView[]> => LIST_CATEGORIES(db, {});

const LIST_PICTURES = statement<{ itemCodes: string[] }, { itemCode: string; imageUrl: string }>(
  ({ itemCodes }) => sql`
    select ${products.itemCode}, ${products.imageUrl} from ${products}
    where ${products.itemCode} = any(${itemCodes}::text[]) and ${products.imageUrl} is not null`,
);

/** The pictures of products by their item codes. */
export async function listPictures(db: Database, itemCodes: string[]): Promise<Record<string, string>> {
  if (itemCodes.length === 0) return {};
  const rows = await LIST_PICTURES(db, { itemCodes });
  return Object.fromEntries(rows.map((row) => [row.itemCode, row.imageUrl]));
}
