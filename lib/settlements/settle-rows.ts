import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { collectCash } from "@/lib/payments/record-cash";
import { askAboutRows } from "@/lib/settlements/ask-about-rows";
import { insertRows } from "@/lib/settlements/insert-rows";
import { type Match, matchRows } from "@/lib/settlements/match-rows";
import { decideRow, type RowDecision, type SettlementSource } from "@/lib/settlements/model";
import type { FileRow } from "@/lib/settlements/read-rows";
import { actorName, type UserCtx } from "@/lib/shared/context";
import { formatAmount } from "@/lib/shared/money";

type OfFile = { fileId: number; source: SettlementSource; name: string };

type Decided = { row: FileRow; match: Match | null; decision: RowDecision };

/** Some rows of a file in the file's transaction: matched, decided, and written with all that follows. */
export async function settleRows(
  ctx: UserCtx,
  { fileId, source, name }: OfFile,
  rows: readonly FileRow[],
): Promise<void> {
  const { db: tx, now } = ctx;
  const matches = await matchRows(tx, source, rows);
  const decided = decideInTurn(source, rows, matches);
  const owed = decided.flatMap(({ match, decision }) => ("recordsCash" in decision && match ? [match.paymentId] : []));
  if (owed.length > 0) {
    await collectCash(tx, { ids: owed, notes: name, now });
    await recordCollected(tx, ctx, owed);
  }
  const kept = await insertRows(tx, {
    fileId,
    source,
    now,
    lines: rows.map(({ line }) => line),
    references: rows.map(({ reference }) => reference),
    gross: rows.map(({ gross }) => gross),
    fees: rows.map(({ fee }) => fee),
    taxes: rows.map(({ tax }) => tax),
    nets: rows.map(({ net }) => net),
    days: rows.map(({ settledOn }) => settledOn),
    outcomes: decided.map(({ decision }) => decision.outcome),
    paymentIds: decided.map(({ match }) => match?.paymentId ?? null),
  });
  await askAboutDifferences(tx, now, decided, new Map(kept.map(({ line, id }) => [line, id])));
}

async function askAboutDifferences(
  tx: Database,
  now: Date,
  decided: Decided[],
  ids: Map<number, number>,
): Promise<void> {
  const asked = decided.flatMap((one) => {
    const facts = factsOf(one);
    return facts === null
      ? []
      : [{ facts, rowId: ids.get(one.row.line) ?? 0, paymentId: one.match?.paymentId ?? null }];
  });
  if (asked.length === 0) return;
  await askAboutRows(tx, {
    now,
    rowIds: asked.map(({ rowId }) => rowId),
    paymentIds: asked.map(({ paymentId }) => paymentId),
    facts: asked.map(({ facts }) => facts),
  });
}

/** A payment that one row has settled, or a refund that it took back, is known to the rows after it. */
function decideInTurn(source: SettlementSource, rows: readonly FileRow[], matches: Map<number, Match>): Decided[] {
  const settled = new Set<number>();
  const takenBack = new Map<string, number>();
  return rows.map((row) => {
    const match = matches.get(row.line) ?? null;
    if (!match) return { row, match, decision: decideRow(source, row.gross, null) };
    const refund = `${match.paymentId} ${row.gross}`;
    const before = takenBack.get(refund) ?? 0;
    const isSettled = match.isSettled || settled.has(match.paymentId);
    const status = settled.has(match.paymentId) && match.status === "pending" ? "completed" : match.status;
    const here = { ...match, status, isSettled, refundsSettled: match.refundsSettled + before };
    const decision = decideRow(source, row.gross, here);
    if (decision.outcome === "settled") settled.add(match.paymentId);
    if (decision.outcome === "given_back") takenBack.set(refund, before + 1);
    return { row, match, decision };
  });
}

function factsOf({ row, match, decision }: Decided): string | null {
  if (!("why" in decision)) return null;
  return JSON.stringify({
    why: decision.why,
    line: row.line,
    reference: row.reference,
    said_amount: formatAmount(row.gross),
    our_amount: match ? formatAmount(match.takenPaisa) : null,
    our_status: match?.status ?? null,
  });
}

/** Cash that a courier's file shows to be collected is recorded by whoever brought the file. */
async function recordCollected(tx: Database, { actor, now, from }: UserCtx, paymentIds: number[]): Promise<void> {
  const entry = {
    actor: actorName(actor),
    action: "payment.record_cash",
    details: { by: "settlement" },
    fromAddress: from?.address ?? null,
    fromDevice: from?.device ?? "",
    createdAt: now,
  };
  await tx.insert(auditLog).values(paymentIds.map((id) => ({ ...entry, subject: `payment:${id}` })));
}
