import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { categories, products } from "@/db/schema/catalog";
import { productImports } from "@/db/schema/imports";
import { auditLog } from "@/db/schema/operations";
import { recordAudit } from "@/lib/audit/record-audit";
import { planImport } from "@/lib/imports/plan-import";
import type { ImportPlanView } from "@/lib/imports/schemas";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";
import { sayStockChange } from "@/lib/stock/say-stock-change";

const VALUES = sql`
  after ->> 'name', after ->> 'name_ur', after ->> 'description', after ->> 'description_ur',
  (select id from ${categories} where slug = after ->> 'category'), ((after ->> 'price')::numeric * 100)::bigint,
  (after ->> 'stock')::int, after ->> 'keywords', nullif(after ->> 'group_code', ''), after ->> 'option_name',
  after ->> 'option_name_ur', (after ->> 'is_active')::boolean, nullif(after ->> 'image_url', '')`;
const NAMES =
  sql.raw(`name, name_ur, description, description_ur, category_id, price_paisa, stock, keywords, group_code,
  option_name, option_name_ur, is_active, image_url`);

/** `plan` is the hash of what was shown: what would be something else by now is not done. */
type Asked = { file: Buffer; plan: string } | { importId: number; plan: string };

/**
 * Does what a dry run has shown, all of it or nothing. 400 where a row is wrong, 409 `changed_meanwhile` where the
 * catalogue has changed since, so that the file would do something else.
 */
export async function importProducts(ctx: UserCtx, asked: Asked): Promise<ImportPlanView> {
  requireAdmin(ctx.actor, "Products are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const file = "file" in asked ? asked.file : await takeWaiting(tx, asked.importId);
    const plan = await planImport(tx, file, { locks: true });
    if (plan.counts.wrong > 0) {
      const errors = plan.wrong.map(({ line, reason }) => ({ path: `line ${line}`, message: reason }));
      throw new AppError("invalid_input", "Some rows of the file are wrong. Nothing was imported.", { errors });
    }
    if (plan.plan !== asked.plan) {
      throw new AppError("changed_meanwhile", "The file would change something else by now. Nothing was imported.");
    }
    await apply({ ...ctx, db: tx });
    const { counts } = plan;
    const subject = "importId" in asked ? `import:${asked.importId}` : "import";
    await recordAudit(tx, ctx, "product.import", subject, { new: counts.new, changed: counts.changed });
    if ("importId" in asked) {
      const done = { file: null, planHash: plan.plan, importedAt: ctx.now };
      await tx.update(productImports).set(done).where(eq(productImports.id, asked.importId));
    }
    return plan;
  });
}

async function takeWaiting(tx: Database, id: number): Promise<Buffer> {
  const [row] = await tx.select().from(productImports).where(eq(productImports.id, id)).for("update");
  if (!row?.file) throw new AppError("not_found", "There is no such file, or it was imported already.");
  return row.file;
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
    insert into ${auditLog} (actor, action, subject, details, before, after, from_address, from_device, created_at)
    select ${actorName(actor)}, case when product_id is null then 'product.create' else 'product.change' end,
      'product:' || product.id, jsonb_build_object('item_code', item_code, 'by', 'import'),
      (select jsonb_object_agg(key, value -> 0) from jsonb_each(changes) where product_id is not null),
      (select jsonb_object_agg(key, value -> 1) from jsonb_each(changes)),
      ${from?.address ?? null}, ${from?.device ?? ""}, ${now}
    from import_plan join ${products} as product using (item_code)
    where changes is not null order by line`);
}
