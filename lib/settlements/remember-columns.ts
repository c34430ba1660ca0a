import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { settlementColumns } from "@/db/schema/settlements";
import { recordAudit } from "@/lib/audit/record-audit";
import { fitColumns, guessColumns } from "@/lib/settlements/guess-columns";
import { type ColumnNames, SETTLEMENT_FIELDS, type SettlementSource } from "@/lib/settlements/model";
import type { UserCtx } from "@/lib/shared/context";

const MOST_KINDS = 100;

type Headed = { source: SettlementSource; headings: readonly string[] };

const keyOf = (headings: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(headings)).digest("hex");

async function findSame({ db }: Pick<UserCtx, "db">, { source, headings }: Headed): Promise<ColumnNames | null> {
  const isSame = and(eq(settlementColumns.source, source), eq(settlementColumns.headings, keyOf(headings)));
  const [same] = await db.select().from(settlementColumns).where(isSame);
  return same?.names ?? null;
}

/**
 * Which column is which in a file with these headings: as it was said of just such a file, else as the last one said
 * that has all of its columns here too and passes over none that matters; null where nobody has said it.
 */
export async function findColumns(ctx: Pick<UserCtx, "db">, headed: Headed): Promise<ColumnNames | null> {
  const { source, headings } = headed;
  const same = await findSame(ctx, headed);
  if (same) return same;
  const known = await ctx.db
    .select()
    .from(settlementColumns)
    .where(eq(settlementColumns.source, source))
    .orderBy(desc(settlementColumns.updatedAt))
    .limit(MOST_KINDS);
  const guess = guessColumns(headings);
  const isWhole = (names: ColumnNames) =>
    SETTLEMENT_FIELDS.every((field) => names[field] ?? guess[field] === undefined);
  return known.find(({ names }) => fitColumns(names, headings, source) && isWhole(names))?.names ?? null;
}

/** Keeps how a source calls its columns, in the transaction of the file that has them; other kinds of its files stay known. */
export async function rememberColumns(ctx: UserCtx, { source, headings }: Headed, names: ColumnNames): Promise<void> {
  const before = await findSame(ctx, { source, headings });
  if (before && SETTLEMENT_FIELDS.every((field) => before[field] === names[field])) return;
  const row = { source, headings: keyOf(headings), names, updatedAt: ctx.now };
  await ctx.db
    .insert(settlementColumns)
    .values(row)
    .onConflictDoUpdate({
      target: [settlementColumns.source, settlementColumns.headings],
      set: { names, updatedAt: ctx.now },
    });
  const change = { before: before ?? {}, after: names };
  await recordAudit(ctx.db, ctx, "settlement.columns", `settlement_columns:${source}`, {}, change);
}
