import { and, eq, isNull } from "drizzle-orm";
import { reviewItems } from "@/db/schema/reviews";
import { settlementFiles, settlementRows } from "@/db/schema/settlements";
import { recordAudit } from "@/lib/audit/record-audit";
import { findReview } from "@/lib/reviews/queries";
import { type Decided, decideInTurn, factsOf } from "@/lib/settlements/decide-in-turn";
import { findNamed, lockNamed } from "@/lib/settlements/lock-named";
import { matchRows } from "@/lib/settlements/match-rows";
import { requireSettlements } from "@/lib/settlements/queries";
import type { FileRow } from "@/lib/settlements/read-rows";
import { rematchRow } from "@/lib/settlements/rematch-row";
import { saidRows } from "@/lib/settlements/said-rows";
import type { MatchedAgainView } from "@/lib/settlements/schemas";
import { recordOwed } from "@/lib/settlements/settle-rows";
import { inSettlementTurn } from "@/lib/settlements/in-settlement-turn";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

type Row = typeof settlementRows.$inferSelect;
type Item = typeof reviewItems.$inferSelect;
type Asked = { reviewId: number };

/**
 * Looks once more at a row of a settlement file that did not fit, by the rules and under the locks of all rows: where it
 * fits now, its money moves and the question closes; where it does not, it stays open and says why. Refuses
 * `forbidden`, `review_item_not_found`, `review_item_closed`, and `conflict` where it is about no row.
 */
export async function matchAgain(ctx: UserCtx, { reviewId }: Asked): Promise<MatchedAgainView> {
  requireSettlements(ctx);
  const { decision } = await inSettlementTurn(ctx, async (inside) => {
    const { row, name } = await findRow(inside, reviewId);
    const said = fileRowOf(row);
    const one = saidRows(row, [said]);
    const locked = await lockNamed(inside.db, row.source, await findNamed(inside.db, one));
    const item = await lockItem(inside, reviewId);
    const [decided] = decideInTurn(row.source, [said], await matchRows(inside.db, one, locked));
    if (!decided) throw new Error(`row ${row.id} went away`);
    await recordOwed(inside, [decided], name);
    await keep(inside, item, row, decided);
    return decided;
  });
  const review = await findReview(ctx.db, reviewId);
  if (!review) throw new Error(`review item ${reviewId} went away`);
  return { outcome: decision.outcome, why: "why" in decision ? decision.why : null, review };
}

async function findRow({ db }: UserCtx, reviewId: number): Promise<{ row: Row; name: string }> {
  const [found] = await db
    .select({ row: settlementRows, name: settlementFiles.name })
    .from(reviewItems)
    .leftJoin(settlementRows, eq(settlementRows.id, reviewItems.settlementRowId))
    .leftJoin(settlementFiles, eq(settlementFiles.id, settlementRows.fileId))
    .where(eq(reviewItems.id, reviewId));
  if (!found) throw new AppError("review_item_not_found", "There is no such item in the review queue.");
  if (!found.row) throw new AppError("conflict", "This item is about no row of a settlement file.");
  return { row: found.row, name: found.name ?? "" };
}

const fileRowOf = (row: Row): FileRow => ({
  line: row.line,
  reference: row.reference,
  gross: row.grossPaisa,
  fee: row.feePaisa,
  tax: row.taxPaisa,
  net: row.netPaisa,
  settledOn: row.settledOn,
});

async function lockItem({ db: tx }: UserCtx, id: number) {
  const isOpen = and(eq(reviewItems.id, id), isNull(reviewItems.closedAt));
  const [item] = await tx.select().from(reviewItems).where(isOpen).for("update");
  if (!item) throw new AppError("review_item_closed", "This item was closed already.");
  return item;
}

const RESOLVED = {
  settled: "Matched again: it is paid out.",
  given_back: "Matched again: the refund is taken back.",
  charged: "Matched again: the fee is taken.",
  repeated: "Matched again: a row before said the same.",
} as const;

async function keep(ctx: UserCtx, item: Item, row: Row, decided: Decided): Promise<void> {
  const { db: tx, now, actor } = ctx;
  const { outcome } = decided.decision;
  const [before, after] = [
    { outcome: row.outcome, payment: row.paymentId },
    { outcome, payment: decided.match?.paymentId ?? null },
  ];
  await rematchRow(tx, { id: row.id, outcome, paymentId: after.payment, now });
  const facts = factsOf(decided);
  const changes =
    outcome === "missing_here" || outcome === "differing"
      ? { facts: facts ?? item.facts, paymentId: await freePayment(ctx, item, after.payment) }
      : { closedAt: now, closedBy: actorName(actor), resolution: RESOLVED[outcome] };
  await tx.update(reviewItems).set(changes).where(eq(reviewItems.id, item.id));
  if (before.outcome === after.outcome && before.payment === after.payment) return;
  const details = { review: item.id, file: row.fileId, line: row.line };
  await recordAudit(tx, ctx, "settlement.match_again", `settlement_row:${row.id}`, details, { before, after });
}

/** A payment has one open item of a kind: another one about it names its row alone. */
async function freePayment({ db: tx }: UserCtx, item: Item, paymentId: number | null): Promise<number | null> {
  if (paymentId === null || paymentId === item.paymentId) return item.paymentId;
  const isAnother = and(
    eq(reviewItems.paymentId, paymentId),
    eq(reviewItems.kind, item.kind),
    isNull(reviewItems.closedAt),
  );
  return (await tx.$count(reviewItems, isAnother)) > 0 ? item.paymentId : paymentId;
}
