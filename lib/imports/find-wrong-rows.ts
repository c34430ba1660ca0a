import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { pictures } from "@/db/schema/pictures";
import type { RowProblem, RowProblemCode } from "@/lib/imports/model";

const NEEDED = sql`array['name', 'name_ur', 'category', 'price']`;

const WRONG = sql`
  select line, item_code, code, case code
      when 'no_category' then 'category' when 'no_picture' then 'image_url'
      when 'twice' then 'item_code' when 'other_letters' then 'item_code' when 'new_needs' then null else 'option_name' end as field,
    case code when 'no_category' then after ->> 'category' when 'option_taken' then after ->> 'option_name'
      when 'no_picture' then after ->> 'image_url' end as said,
    case code when 'new_needs'
      then (select string_agg(needed, ', ') from unnest(${NEEDED}) as needed where not after ? needed)
      when 'other_letters'
      then (select other.item_code from ${products} as other where lower(other.item_code) = lower(judged.item_code))
    end as expected
  from (
    select line, item_code, after, case
      when exists (select from import_plan as other
        where lower(other.item_code) = lower(row.item_code) and other.line < row.line)
        then 'twice'
      when product_id is null and exists (
        select from ${products} as other where lower(other.item_code) = lower(row.item_code))
        then 'other_letters'
      when not after ?& ${NEEDED} then 'new_needs'
      when not exists (select from ${categories} where slug = after ->> 'category') then 'no_category'
      when after ->> 'group_code' <> '' and (after ->> 'option_name' = '' or after ->> 'option_name_ur' = '')
        then 'no_option_name'
      when after ->> 'group_code' <> '' and (
        exists (select from import_plan as other where other.item_code <> row.item_code
          and other.after ->> 'group_code' = row.after ->> 'group_code'
          and other.after ->> 'option_name' = row.after ->> 'option_name')
        or exists (select from ${products} as other where other.group_code = row.after ->> 'group_code'
          and other.option_name = row.after ->> 'option_name'
          and not exists (select from import_plan where item_code = other.item_code)))
        then 'option_taken'
      when after ->> 'image_url' <> '' and changes ? 'image_url'
        and not exists (select from ${products} as other where other.image_url = row.after ->> 'image_url')
        and not exists (select from ${pictures} where '/uploads/' || hash || '/640.webp' = row.after ->> 'image_url')
        then 'no_picture'
      end as code
    from import_plan as row
  ) as judged where code is not null order by line`;

type Found = {
  line: number;
  itemCode: string;
  code: RowProblemCode;
  field: string | null;
  said: string | null;
  expected: string | null;
};

/** What only the whole file and the catalogue tell of the rows in this transaction's `import_plan`. */
export async function findWrongRows(tx: Database): Promise<RowProblem[]> {
  const rows = await tx.execute<Found>(WRONG);
  return rows.map(({ line, itemCode, code, field, said, expected }) => ({
    row: line,
    item_code: itemCode,
    code,
    field: field ?? undefined,
    said: said ?? undefined,
    expected: expected ?? undefined,
  }));
}
