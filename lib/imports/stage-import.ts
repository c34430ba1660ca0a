import { and, isNotNull, lt } from "drizzle-orm";
import { productImports } from "@/db/schema/imports";
import { planImport } from "@/lib/imports/plan-import";
import type { ImportPlanView } from "@/lib/imports/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const KEPT_MINUTES = 24 * 60;

/** A dry run: tells what a file would change, and keeps it for a day, so that just this can be imported. */
export async function stageImport(ctx: UserCtx, file: Buffer): Promise<ImportPlanView & { id: number }> {
  requireAdmin(ctx.actor, "Products are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const plan = await planImport(tx, file, { locks: false });
    const old = lt(productImports.createdAt, minutesAfter(ctx.now, -KEPT_MINUTES));
    await tx
      .update(productImports)
      .set({ file: null })
      .where(and(isNotNull(productImports.file), old));
    const [row] = await tx
      .insert(productImports)
      .values({ file, planHash: plan.plan, uploadedBy: ctx.actor.userId, createdAt: ctx.now })
      .returning({ id: productImports.id });
    return { ...plan, id: row?.id ?? 0 };
  });
}
