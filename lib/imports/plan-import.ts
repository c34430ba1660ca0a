import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { compareImport } from "@/lib/imports/compare-import";
import { fillImport } from "@/lib/imports/fill-import";
import { findWrongRows } from "@/lib/imports/find-wrong-rows";
import { sayRowProblem } from "@/lib/imports/model";
import type { ImportPlanView } from "@/lib/imports/schemas";

const SHOWN = 200;

type ShownRow = { line: number; itemCode: string } & Pick<ImportPlanView["rows"][number], "kind" | "changes">;
type Sums = { new: number; changed: number; unchanged: number; plan: string };

/**
 * What a file would change, in a transaction of the caller's, whose `import_plan` then holds it row by row. The hash is
 * over each change with what stands now.
 */
export async function planImport(tx: Database, path: string): Promise<ImportPlanView> {
  const filled = await fillImport(tx, path);
  await compareImport(tx, sql`import_rows`);
  const wrong = await findWrongRows(tx);
  const isRight = sql`line <> all(${`{${wrong.map(({ row }) => row).join(",")}}`}::int[])`;
  const [sums] = await tx.execute<Sums>(sql`
    select count(*) filter (where product_id is null and ${isRight})::int as new,
      count(*) filter (where product_id is not null and changes is not null and ${isRight})::int as changed,
      count(*) filter (where product_id is not null and changes is null and ${isRight})::int as unchanged,
      coalesce(md5(string_agg(md5(item_code || coalesce(product_id, 0) || changes::text), '' order by line)), '') as plan
    from import_plan where true`);
  const rows = await tx.execute<ShownRow>(sql`
    select line, item_code, case when product_id is null then 'new' else 'changed' end as kind, changes
    from import_plan where changes is not null and ${isRight} order by line limit ${SHOWN}`);
  const { plan = "", ...counts } = sums ?? { new: 0, changed: 0, unchanged: 0 };
  const told = [...filled.wrong, ...wrong].toSorted((a, b) => a.row - b.row).slice(0, SHOWN);
  return {
    plan,
    counts: { ...counts, wrong: filled.count + wrong.length },
    rows: rows.map(({ line, itemCode, ...row }) => ({ row: line, item_code: itemCode, ...row })),
    wrong: told.map((problem) => ({ ...problem, message: sayRowProblem(problem) })),
  };
}
