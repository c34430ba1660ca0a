import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { readProductRows } from "@/lib/imports/read-product-rows";
import type { ImportRow } from "@/lib/imports/schemas";

const BATCH = 1000;
const LONGEST = sql.raw("'120s'");

type WrongRow = { line: number; item_code: string; reason: string };
type Filled = { wrong: WrongRow[]; count: number };

const MOST_TOLD = 200;

const COLUMNS = sql.raw(`
  line int, item_code text, name text, name_ur text, description text, description_ur text, category text, price text,
  stock int, keywords text, group_code text, option_name text, option_name_ur text, is_active boolean, image_url text`);

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

/**
 * Rows of a file beside the products that they name, in tables of this transaction: `import_rows` and `import_plan`.
 * `locks` what is to be changed; what stays as it is may be sold meanwhile.
 */
export async function fillImport(tx: Database, file: Buffer, { locks }: { locks: boolean }): Promise<Filled> {
  await tx.execute(sql`set local statement_timeout = ${LONGEST}`);
  await tx.execute(sql`create temp table import_rows (${COLUMNS}) on commit drop`);
  const filled: Filled = { wrong: [], count: 0 };
  let batch: (ImportRow & { line: number })[] = [];
  const put = async () => {
    const rows = JSON.stringify(batch);
    batch = [];
    await tx.execute(sql`insert into import_rows select * from jsonb_to_recordset(${rows}::jsonb) as row (${COLUMNS})`);
  };
  for await (const { line, item_code, row, reason } of readProductRows(file)) {
    if (row) batch.push({ ...row, line });
    else if (filled.count++ < MOST_TOLD) filled.wrong.push({ line, item_code, reason });
    if (batch.length === BATCH) await put();
  }
  await put();
  await tx.execute(sql`create index on import_rows (item_code)`);
  await tx.execute(sql`analyze import_rows`);
  await compare(tx);
  if (locks) await lockChanged(tx);
  return filled;
}

/** Locks what is to be changed and compares anew, until nothing is to be changed that was not locked before. */
async function lockChanged(tx: Database): Promise<void> {
  for (let locked: string | null = null; ;) {
    const rows = await tx.execute<{ id: number }>(sql`
      select id from ${products} where id in (select product_id from import_plan where changes is not null)
      order by id for no key update`);
    const ids = [...rows].map(({ id }) => id).join();
    if (ids === locked) return;
    locked = ids;
    await tx.execute(sql`drop table import_plan`);
    await compare(tx);
  }
}

/** Each row beside what stands at this moment. */
async function compare(tx: Database): Promise<void> {
  await tx.execute(sql`
    create temp table import_plan on commit drop as
    select line, item_code, product_id, before, after, (
      select jsonb_object_agg(key, jsonb_build_array(before -> key, value)) from jsonb_each(after)
      where value is distinct from before -> key) as changes
    from (
      select row.line, row.item_code, product.id as product_id,
        case when product.id is not null then jsonb_build_object(${STANDING}) end as before,
        case when product.id is null then ${UNSAID}::jsonb else jsonb_build_object(${STANDING}) end
          || (jsonb_strip_nulls(to_jsonb(row)) - 'line' - 'item_code') as after
      from import_rows as row left join ${products} as product on product.item_code = row.item_code
        left join ${categories} as category on category.id = product.category_id
    ) as compared`);
  await tx.execute(sql`create index on import_plan (item_code)`);
  await tx.execute(sql`create index on import_plan ((after ->> 'group_code'), (after ->> 'option_name'))`);
  await tx.execute(sql`analyze import_plan`);
}
