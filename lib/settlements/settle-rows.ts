import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { collectCash } from "@/lib/payments/record-cash";
import { askAboutRows } from "@/lib/settlements/ask-about-rows";
import { type Decided, decideInTurn, factsOf } from "@/lib/settlements/decide-in-turn";
import { insertRows } from "@/lib/settlements/insert-rows";
import { matchRows } from "@/lib/settlements/match-rows";
import type { SettlementSource } from "@/lib/settlements/model";
import type { FileRow } from "@/lib/settlements/read-rows";
import { saidRows } from "@/lib/settlements/said-rows";
import { actorName, type UserCtx } from "@/lib/shared/context";

type OfFile = { fileId: number; source: SettlementSource; name: string };

/** Some rows of a file in the file's transaction: matched, decided, and written with all that follows. */
export async function settleRows(
  ctx: UserCtx,
  { fileId, source, name }: OfFile,
  rows: readonly FileRow[],
  locked: ReadonlySet<number>,
): Promise<void> {
  const { db: tx, now } = ctx;
  const said = saidRows({ fileId, source }, rows);
  const decided = decideInTurn(source, rows, await matchRows(tx, said, locked));
  await recordOwed(ctx, decided, name);
  const kept = await insertRows(tx, {
    ...said,
    now,
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
    facts: asked.map(({ facts }) => JSON.stringify(facts)),
  });
}

/** Cash that a courier's file shows to be collected is recorded by whoever brought the file. */
export async function recordOwed(
  { db: tx, actor, now, from }: UserCtx,
  decided: readonly Decided[],
  name: string,
): Promise<void> {
  const ids = decided.flatMap(({ match, decision }) => ("recordsCash" in decision && match ? [match.paymentId] : []));
  if (ids.length === 0) return;
  await collectCash(tx, { ids, notes: name, now });
  const entry = {
    actor: actorName(actor),
    action: "payment.record_cash",
    details: { by: "settlement" },
    fromAddress: from?.address ?? null,
    fromDevice: from?.device ?? "",
    createdAt: now,
  };
  await tx.insert(auditLog).values(ids.map((id) => ({ ...entry, subject: `payment:${id}` })));
}
