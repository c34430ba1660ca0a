import { sql } from "drizzle-orm";
import { productImportRows, productImports } from "@/db/schema/imports";
import { recordAudit } from "@/lib/audit/record-audit";
import { planImport } from "@/lib/imports/plan-import";
import type { ImportPlanView } from "@/lib/imports/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

const LONGEST = sql.raw("'120s'");

/** A dry run: tells what a file would change, and keeps that for a day, so that just this can be imported. */
export async function stageImport(
  ctx: UserCtx,
  { path, hash }: { path: string; hash: string },
): Promise<ImportPlanView & { id: number }> {
  requireAdmin(ctx.actor, "Products are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = ${LONGEST}`);
    const plan = await planImport(tx, path);
    const [row] = await tx
      .insert(productImports)
      .values({ fileHash: hash, planHash: plan.plan, plan, uploadedBy: ctx.actor.userId, createdAt: ctx.now })
      .returning({ id: productImports.id });
    const id = row?.id ?? 0;
    if (plan.counts.wrong === 0) {
      await tx.execute(sql`
        insert into ${productImportRows} (import_id, line, item_code, said, product_id, changes)
        select ${id}::bigint, line, item_code, said, product_id, changes from import_plan`);
    }
    await recordAudit(tx, ctx, "product.import_tried", `import:${id}`, plan.counts);
    return { ...plan, id };
  });
}
