import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { pictures } from "@/db/schema/pictures";
import { fillImport } from "@/lib/imports/fill-import";
import type { ImportPlanView } from "@/lib/imports/schemas";

const SHOWN = 200;

/** What only the whole file and the catalogue tell of a row. */
const WRONG = sql`
  select line, item_code, reason from (
    select line, item_code, case
      when exists (select from import_plan as other where other.item_code = row.item_code and other.line < row.line)
        then 'item_code: is in the file twice'
      when not after ?& array['name', 'name_ur', 'category', 'price']
        then 'a new product needs name, name_ur, category and price'
      when not exists (select from ${categories} where slug = after ->> 'category')
        then 'category: there is no such category'
      when after ->> 'group_code' <> '' and (after ->> 'option_name' = '' or after ->> 'option_name_ur' = '')
        then 'option_name: a product of a group has the name of its size in both languages'
      when after ->> 'group_code' <> '' and (
        exists (select from import_plan as other where other.item_code <> row.item_code
          and other.after ->> 'group_code' = row.after ->> 'group_code'
          and other.after ->> 'option_name' = row.after ->> 'option_name')
        or exists (select from ${products} as other where other.group_code = row.after ->> 'group_code'
          and other.option_name = row.after ->> 'option_name'
          and not exists (select from import_plan where item_code = other.item_code)))
        then 'option_name: this size is in the group already'
      when after ->> 'image_url' <> '' and changes ? 'image_url'
        and not exists (select from ${products} as other where other.image_url = row.after ->> 'image_url')
        and not exists (select from ${pictures} where '/uploads/' || hash || '/640.webp' = row.after ->> 'image_url')
        then 'image_url: there is no such picture'
      end as reason
    from import_plan as row
  ) as judged where reason is not null order by line`;

type WrongRow = { line: number; itemCode: string; reason: string };
type ShownRow = Omit<ImportPlanView["rows"][number], "item_code"> & { itemCode: string };
type Sums = { new: number; changed: number; unchanged: number; plan: string };

/**
 * What a file would change, in a transaction of the caller's, whose `import_plan` then holds it row by row. The hash is
 * over each change with what stands now: whatever is changed meanwhile gives another one.
 */
export async function planImport(tx: Database, file: Buffer, { locks }: { locks: boolean }): Promise<ImportPlanView> {
  const filled = await fillImport(tx, file, { locks });
  const wrong = (await tx.execute<WrongRow>(WRONG)).map(({ line, itemCode, reason }) => ({
    line,
    item_code: itemCode,
    reason,
  }));
  const [sums] = await tx.execute<Sums>(sql`
    select count(*) filter (where product_id is null)::int as new,
      count(*) filter (where product_id is not null and changes is not null)::int as changed,
      count(*) filter (where product_id is not null and changes is null)::int as unchanged,
      coalesce(md5(string_agg(md5(item_code || coalesce(product_id, 0) || changes::text), '' order by line)), '') as plan
    from import_plan where true`);
  const rows = await tx.execute<ShownRow>(sql`
    select line, item_code, case when product_id is null then 'new' else 'changed' end as kind, changes
    from import_plan where changes is not null order by line limit ${SHOWN}`);
  const { plan = "", ...counts } = sums ?? { new: 0, changed: 0, unchanged: 0 };
  return {
    plan,
    counts: { ...counts, wrong: filled.count + wrong.length },
    rows: rows.map(({ itemCode, ...row }) => ({ ...row, item_code: itemCode })),
    wrong: [...filled.wrong, ...wrong].toSorted((a, b) => a.line - b.line).slice(0, SHOWN),
  };
}
