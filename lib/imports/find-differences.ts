import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { productImportRows } from "@/db/schema/imports";
import type { ImportDifference } from "@/lib/imports/model";

const MOST_TOLD = 100;

type Found = { line: number; itemCode: string; field: string; seen: string | null; now: string | null };

/** What has changed since a file was shown, so that it would do something else: `import_plan` beside what was kept. */
export async function findDifferences(tx: Database, importId: number): Promise<ImportDifference[]> {
  const rows = await tx.execute<Found>(sql`
    select kept.line, kept.item_code, field, seen, now
    from ${productImportRows} as kept join import_plan as plan on plan.line = kept.line
      and (kept.product_id, kept.changes) is distinct from (plan.product_id, plan.changes) cross join lateral (
      select 'item_code' as field, case when kept.product_id is not null then kept.item_code end as seen,
        case when plan.product_id is not null then plan.item_code end as now
      where kept.product_id is distinct from plan.product_id
      union all
      select field, case when kept.changes ? field then kept.changes -> field ->> 0 else kept.said ->> field end,
        case when plan.changes ? field then plan.changes -> field ->> 0 else kept.said ->> field end
      from jsonb_object_keys(coalesce(kept.changes, '{}') || coalesce(plan.changes, '{}')) as field
      where kept.product_id is not distinct from plan.product_id) as difference
    where kept.import_id = ${importId} and seen is distinct from now
    order by kept.line, field limit ${MOST_TOLD}`);
  return rows.map(({ line, itemCode, field, seen, now }) => ({
    row: line,
    item_code: itemCode,
    field,
    seen: seen ?? "",
    now: now ?? "",
  }));
}
