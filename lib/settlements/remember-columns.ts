import { eq } from "drizzle-orm";
import { settlementColumns } from "@/db/schema/settlements";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ColumnNames, SettlementSource } from "@/lib/settlements/model";
import type { UserCtx } from "@/lib/shared/context";

/** How a source calls its columns, as it was said the last time; null where nobody has said it. */
export async function findColumns({ db }: Pick<UserCtx, "db">, source: SettlementSource): Promise<ColumnNames | null> {
  const [known] = await db.select().from(settlementColumns).where(eq(settlementColumns.source, source));
  return known?.names ?? null;
}

/** Keeps how a source calls its columns, in the transaction of the file that has them. */
export async function rememberColumns(ctx: UserCtx, source: SettlementSource, names: ColumnNames): Promise<void> {
  const before = await findColumns(ctx, source);
  if (JSON.stringify(before) === JSON.stringify(names)) return;
  const row = { source, names, updatedAt: ctx.now };
  await ctx.db
    .insert(settlementColumns)
    .values(row)
    .onConflictDoUpdate({ target: settlementColumns.source, set: { names, updatedAt: ctx.now } });
  await recordAudit(
    ctx.db,
    ctx,
    "settlement.columns",
    `settlement_columns:${source}`,
    {},
    { before: before ?? {}, after: names },
  );
}
