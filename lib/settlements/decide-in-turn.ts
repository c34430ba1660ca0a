import type { Match, Matches } from "@/lib/settlements/match-rows";
import { decideCharge, decideRow, type RowDecision, type SettlementSource } from "@/lib/settlements/model";
import type { FileRow } from "@/lib/settlements/read-rows";
import { trackingKeyOf } from "@/lib/settlements/tracking-key";
import { formatAmount, type Paisa } from "@/lib/shared/money";

export type Decided = { row: FileRow; match: Match | null; decision: RowDecision };

const alike = ({ fee, tax, net, settledOn }: FileRow): string => [fee, tax, net, settledOn].join();

/** What rows of one file mean, one after the other: each is known to those that come after it. */
export function decideInTurn(
  source: SettlementSource,
  rows: readonly FileRow[],
  { byLine, charged }: Matches,
): Decided[] {
  const settled = new Map<number, FileRow>();
  const tally = new Map<string, number>();
  const count = (key: string): number => tally.get(key) ?? 0;
  const add = (key: string): void => void tally.set(key, count(key) + 1);
  return rows.map((row) => {
    const match = byLine.get(row.line) ?? null;
    if (row.gross === 0) {
      const charge = `charge ${trackingKeyOf(row.reference)} ${alike(row)}`;
      const isKnown = charged.has(row.line) || count(charge) > 0;
      add(charge);
      return {
        row,
        match: match?.hasTwin ? null : match,
        decision: decideCharge(source, match?.method ?? null, isKnown),
      };
    }
    if (!match) return { row, match, decision: decideRow(source, row.gross, null) };
    const before = settled.get(match.paymentId);
    const refund = `refund ${match.paymentId} ${row.gross}`;
    const same = `${refund} ${alike(row)}`;
    const here = {
      ...match,
      status: before && match.status === "pending" ? "completed" : match.status,
      isSettled: match.isSettled || before !== undefined,
      isSettledAlike: match.isSettledAlike || (before !== undefined && alike(before) === alike(row)),
      settledNet: before?.net ?? match.settledNet,
      settledOn: before?.settledOn ?? match.settledOn,
      refundsSettled: match.refundsSettled + count(refund),
      sameBefore: match.sameBefore + count(same),
      sameTakenBack: match.sameTakenBack + count(`${same} back`),
    } as const;
    const decision = decideRow(source, row.gross, here);
    if (decision.outcome === "settled") settled.set(match.paymentId, row);
    if (row.gross < 0) add(same);
    if (decision.outcome === "given_back") [refund, `${same} back`].forEach(add);
    return { row, match: here, decision };
  });
}

const amountOf = (paisa: number | null | undefined): string | null =>
  typeof paisa === "number" ? formatAmount(paisa as Paisa) : null;

/** What a person is told of a row that does not fit; null of one that does. */
export function factsOf({ row, match, decision }: Decided): Record<string, string | number | null> | null {
  if (!("why" in decision)) return null;
  const known = {
    why: decision.why,
    line: row.line,
    reference: row.reference,
    said_amount: formatAmount(row.gross),
    our_amount: amountOf(match?.takenPaisa),
    our_status: match?.status ?? null,
  };
  if (decision.why !== "paid_out_again") return known;
  const said = { said_net: formatAmount(row.net), said_on: row.settledOn };
  return { ...known, ...said, settled_net: amountOf(match?.settledNet), settled_on: match?.settledOn ?? null };
}
