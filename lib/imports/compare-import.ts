import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";

/** The columns as they are compared: of a product that stands, and of one that does not yet. */
const STANDING = sql`
  'name', product.name, 'name_ur', product.name_ur, 'description', product.description,
  'description_ur', product.description_ur, 'category', category.slug,
  'price', to_char(product.price_paisa / 100.0, 'FM9999999999990.00'), 'stock', product.stock,
  'keywords', product.keywords, 'group_code', coalesce(product.group_code, ''), 'option_name', product.option_name,
  'option_name_ur', product.option_name_ur, 'is_active', product.is_active, 'image_url', coalesce(product.image_url, '')`;
const UNSAID = JSON.stringify({
  description: "",
  description_ur: "",
  stock: 0,
  keywords: "",
  group_code: "",
  option_name: "",
  option_name_ur: "",
  is_active: true,
  image_url: "",
});

/** Rows of a file beside what stands at this moment of the products that they name, in this transaction's `import_plan`. */
export async function compareImport(tx: Database, rows: SQL): Promise<void> {
  await tx.execute(sql`
    create temp table import_plan on commit drop as
    select line, item_code, said, product_id, before, after, (
      select jsonb_object_agg(key, jsonb_build_array(before -> key, value)) from jsonb_each(after)
      where value is distinct from before -> key) as changes
    from (
      select row.line, row.item_code, row.said, product.id as product_id,
        case when product.id is not null then jsonb_build_object(${STANDING}) end as before,
        case when product.id is null then ${UNSAID}::jsonb else jsonb_build_object(${STANDING}) end || row.said as after
      from ${rows} as row left join ${products} as product on product.item_code = row.item_code
        left join ${categories} as category on category.id = product.category_id
    ) as compared`);
  await tx.execute(sql`create index on import_plan (item_code)`);
  await tx.execute(sql`create index on import_plan (lower(item_code))`);
  await tx.execute(sql`create index on import_plan (product_id)`);
  await tx.execute(sql`create index on import_plan (line)`);
  await tx.execute(sql`create index on import_plan ((after ->> 'group_code'), (after ->> 'option_name'))`);
  await tx.execute(sql`analyze import_plan`);
}
