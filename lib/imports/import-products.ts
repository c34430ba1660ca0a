import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { productImportRows, productImports } from "@/db/schema/imports";
import { auditLog } from "@/db/schema/operations";
import { pictures } from "@/db/schema/pictures";
import { recordAudit } from "@/lib/audit/record-audit";
import { compareImport } from "@/lib/imports/compare-import";
import { findDifferences } from "@/lib/imports/find-differences";
import { findWrongRows } from "@/lib/imports/find-wrong-rows";
import { type AskedImport, lockImport, lockNamed, type WaitingImport } from "@/lib/imports/lock-import";
import { type RowProblem, sayRowProblem } from "@/lib/imports/model";
import type { ImportPlanView } from "@/lib/imports/schemas";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { sayStockChange } from "@/lib/stock/say-stock-change";

const LONGEST = sql.raw("'120s'");

const VALUES = sql`
  after ->> 'name', after ->> 'name_ur', after ->> 'description', after ->> 'description_ur',
  (select id from ${categories} where slug = after ->> 'category'), ((after ->> 'price')::numeric * 100)::bigint,
  (after ->> 'stock')::int, after ->> 'keywords', nullif(after ->> 'group_code', ''), after ->> 'option_name',
  after ->> 'option_name_ur', (after ->> 'is_active')::boolean, nullif(after ->> 'image_url', '')`;
const NAMES =
  sql.raw(`name, name_ur, description, description_ur, category_id, price_paisa, stock, keywords, group_code,
  option_name, option_name_ur, is_active, image_url`);

/**
 * Does what a dry run has shown, all of it or nothing. 400 where a row is wrong, 409 `changed_meanwhile` with what has
 * changed where the catalogue is another one by now, so that the file would do something else.
 */
export async function importProducts(ctx: UserCtx, asked: AskedImport): Promise<ImportPlanView> {
  requireAdmin(ctx.actor, "Products are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = ${LONGEST}`);
    const waiting = await lockImport({ ...ctx, db: tx }, asked);
    if (waiting.plan.counts.wrong > 0) throw wrongRows(waiting.plan.wrong);
    await lockNamed(tx, waiting.id);
    await refuseChanged(tx, waiting);
    await apply({ ...ctx, db: tx });
    const { counts } = waiting.plan;
    const details = { new: counts.new, changed: counts.changed };
    await recordAudit(tx, ctx, "product.import", `import:${waiting.id}`, details);
    await tx.update(productImports).set({ plan: null, importedAt: ctx.now }).where(eq(productImports.id, waiting.id));
    await tx.delete(productImportRows).where(eq(productImportRows.importId, waiting.id));
    return waiting.plan;
  });
}

function wrongRows(wrong: readonly RowProblem[]): AppError {
  const errors = wrong.map((problem) => ({ path: `row ${problem.row}`, message: sayRowProblem(problem) }));
  return new AppError("invalid_input", "Some rows of the file are wrong. Nothing was imported.", { errors });
}

/** Compares anew, under the locks: what was not to be changed when it was shown is not written, and so needs none. */
async function refuseChanged(tx: Database, { id }: WaitingImport): Promise<void> {
  await compareImport(
    tx,
    sql`(select line, item_code, said from ${productImportRows} where import_id = ${id}::bigint order by line)`,
  );
  const changes = await findDifferences(tx, id);
  if (changes.length > 0) {
    throw new AppError("changed_meanwhile", "The products have changed since. Nothing was imported.", { changes });
  }
  const wrong = await findWrongRows(tx);
  if (wrong.length > 0) throw wrongRows(wrong);
}

async function apply({ db: tx, now, actor, from }: UserCtx): Promise<void> {
  await sayStockChange({ db: tx, actor }, { kind: "imported", reason: "" });
  await tx.execute(sql`
    insert into ${products} (item_code, ${NAMES}, created_at, updated_at)
    select item_code, ${VALUES}, ${now}, ${now} from import_plan where product_id is null order by line`);
  await tx.execute(sql`
    update ${products} set (${NAMES}) = (select ${VALUES} from import_plan where product_id = products.id),
      updated_at = ${now}
    where id in (select product_id from import_plan where changes is not null)`);
  await tx.execute(sql`
    update ${pictures} set last_used_at = ${now} where hash in (
      select substring(before ->> 'image_url' from '^/uploads/([0-9a-f]{64})/') from import_plan
      where changes ? 'image_url')`);
  await tx.execute(sql`
    insert into ${auditLog} (actor, action, subject, details, before, after, from_address, from_device, created_at)
    select ${actorName(actor)}, case when product_id is null then 'product.create' else 'product.change' end,
      'product:' || product.id, jsonb_build_object('item_code', item_code, 'by', 'import'),
      (select jsonb_object_agg(key, value -> 0) from jsonb_each(changes) where product_id is not null),
      (select jsonb_object_agg(key, value -> 1) from jsonb_each(changes)),
      ${from?.address ?? null}, ${from?.device ?? ""}, ${now}
    from import_plan join ${products} as product using (item_code)
    where changes is not null order by line`);
}
