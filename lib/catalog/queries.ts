import { and, asc, count, desc, eq, gt, gte, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { statement } from "@/db/statement";
import { findCards } from "@/lib/catalog/find-cards";
import { type ListProductsQuery, type ProductDetail, type ProductOption, ProductView } from "@/lib/catalog/schemas";
import type { Slice } from "@/lib/http/page";
import { formatAmount, type Paisa } from "@/lib/shared/money";

const ORDER: Record<NonNullable<ListProductsQuery["ordering"]>, SQL[]> = {
  name: [asc(sql`lower(${products.name})`), asc(products.id)],
  "-name": [desc(sql`lower(${products.name})`), desc(products.id)],
  unit_price: [asc(products.pricePaisa), asc(products.id)],
  "-unit_price": [desc(products.pricePaisa), desc(products.id)],
  newest: [desc(products.createdAt), desc(products.id)],
};

const matching = ({ category, price_from, price_to, in_stock }: ListProductsQuery): SQL | undefined =>
  and(
    eq(products.isActive, true),
    category ? eq(categories.slug, category) : undefined,
    price_from === undefined ? undefined : gte(products.pricePaisa, price_from),
    price_to === undefined ? undefined : lte(products.pricePaisa, price_to),
    in_stock ? gt(products.stock, 0) : undefined,
  );

/** What is on sale, each product for itself, one page of it; without an ordering the best match or the oldest first. */
export async function listProducts(db: Database, query: ListProductsQuery): Promise<Slice<ProductView>> {
  if (query.search) {
    const { count, cards } = await findCards(db, query, { isGrouped: false });
    return { count, rows: cards.map((card) => ProductView.parse(card)) };
  }
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
        group_code: products.groupCode,
        option_name: products.optionName,
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

type OptionRow = Omit<ProductOption, "unit_price"> & { price_paisa: Paisa };
type ProductRow = Omit<ProductDetail, "unit_price" | "options"> & { price_paisa: Paisa; options: OptionRow[] | null };

const FIND_PRODUCT = statement<{ itemCode: string }, { product: ProductRow }>(
  ({ itemCode }) => sql`
    select json_build_object('item_code', item_code, 'name', products.name, 'nameUr', products.name_ur,
      'description', description, 'descriptionUr', description_ur, 'price_paisa', price_paisa, 'stock', stock,
      'category', slug, 'image_url', image_url, 'is_active', is_active, 'group_code', group_code,
      'option_name', option_name, 'optionNameUr', option_name_ur,
      'shelf', json_build_object('slug', slug, 'name', categories.name, 'nameUr', categories.name_ur),
      'options', (
        select json_agg(json_build_object('item_code', item_code, 'name', option_name, 'nameUr', option_name_ur,
          'stock', stock, 'price_paisa', price_paisa) order by price_paisa, id)
        from products as option where option.group_code = products.group_code and option.is_active)
    ) as product
    from ${products} join ${categories} on categories.id = category_id
    where item_code = ${itemCode} and is_active`,
);

/** One product that is on sale with the sizes or weights that it is sold in, or null. */
export async function findProduct(db: Database, itemCode: string): Promise<ProductDetail | null> {
  if (itemCode.includes("\0")) return null; // PostgreSQL stores no such text
  const [row] = await FIND_PRODUCT(db, { itemCode });
  if (!row) return null;
  const { price_paisa, options, ...product } = row.product;
  return {
    ...product,
    unit_price: formatAmount(price_paisa),
    options: (options ?? []).map(({ price_paisa, ...option }) => ({
      ...option,
      unit_price: formatAmount(price_paisa),
    })),
  };
}
