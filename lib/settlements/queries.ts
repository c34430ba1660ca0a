import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { movesMoney, SETTLEMENT_OUTCOMES, type SettlementOutcome } from "@/lib/settlements/model";
import type { ListSettlementsQuery, SettlementDayView, SettlementView } from "@/lib/settlements/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";
import { addPaisa, formatAmount, type Paisa } from "@/lib/shared/money";

type File = typeof settlementFiles.$inferSelect;

const sumOf = (column: PgColumn): SQL<Paisa> => sql<Paisa>`coalesce(sum(${column}), 0)::bigint`;

const SUMS = {
  rows: count(),
  gross: sumOf(settlementRows.grossPaisa),
  fee: sumOf(settlementRows.feePaisa),
  tax: sumOf(settlementRows.taxPaisa),
  net: sumOf(settlementRows.netPaisa),
};

export const requireSettlements = ({ actor }: UserCtx): void =>
  requireStaff(actor, "Settlements are for the shop's staff.");

async function viewsOf({ db }: UserCtx, files: File[]): Promise<SettlementView[]> {
  if (files.length === 0) return [];
  const ids = files.map(({ id }) => id);
  const sums = await db
    .select({ fileId: settlementRows.fileId, outcome: settlementRows.outcome, ...SUMS })
    .from(settlementRows)
    .where(inArray(settlementRows.fileId, ids))
    .groupBy(settlementRows.fileId, settlementRows.outcome);
  return files.map((file) => {
    const own = sums.filter(({ fileId }) => fileId === file.id);
    const rowsOf = (outcome: SettlementOutcome) => own.find((one) => one.outcome === outcome)?.rows ?? 0;
    const all = (part: "gross" | "fee" | "tax" | "net") => formatAmount(addPaisa(...own.map((one) => one[part])));
    return {
      id: file.id,
      source: file.source,
      name: file.name,
      uploaded_by: file.uploadedBy,
      created_at: file.createdAt.toISOString(),
      rows: own.reduce((rows, one) => rows + one.rows, 0),
      gross: all("gross"),
      fee: all("fee"),
      tax: all("tax"),
      net: all("net"),
      outcomes: Object.fromEntries(
        SETTLEMENT_OUTCOMES.map((outcome) => [outcome, rowsOf(outcome)]),
      ) as SettlementView["outcomes"],
    };
  });
}

/** One file with what its rows add up to, or null. */
export async function findSettlement(ctx: UserCtx, id: number): Promise<SettlementView | null> {
  requireSettlements(ctx);
  const files = await ctx.db.select().from(settlementFiles).where(eq(settlementFiles.id, id));
  return (await viewsOf(ctx, files))[0] ?? null;
}

/** The files that were taken in, the newest first. */
export async function listSettlements(
  ctx: UserCtx,
  { source, page, page_size }: ListSettlementsQuery,
): Promise<{ count: number; rows: SettlementView[] }> {
  requireSettlements(ctx);
  const where = source && eq(settlementFiles.source, source);
  const files = ctx.db
    .select()
    .from(settlementFiles)
    .where(where)
    .orderBy(desc(settlementFiles.id))
    .limit(page_size)
    .offset((page - 1) * page_size);
  const [total, found] = await Promise.all([ctx.db.$count(settlementFiles, where), files]);
  return { count: total, rows: await viewsOf(ctx, found) };
}

/** What was paid out on each day: of one file, or of all. */
export async function sumSettlementDays(ctx: UserCtx, fileId: number): Promise<SettlementDayView[]> {
  requireSettlements(ctx);
  const days = await ctx.db
    .select({ day: settlementRows.settledOn, ...SUMS })
    .from(settlementRows)
    .where(
      and(eq(settlementRows.fileId, fileId), inArray(settlementRows.outcome, SETTLEMENT_OUTCOMES.filter(movesMoney))),
    )
    .groupBy(settlementRows.settledOn)
    .orderBy(asc(settlementRows.settledOn));
  return days.map(({ day, rows, gross, fee, tax, net }) => ({
    day,
    rows,
    gross: formatAmount(gross),
    fee: formatAmount(fee),
    tax: formatAmount(tax),
    net: formatAmount(net),
  }));
}
