import type { Database } from "@/db/client";
import { eachBatch } from "@/db/each-batch";
import type { ExportOf } from "@/lib/exports/export-of";
import { BYTE_ORDER_MARK, type CellValue, csvLine } from "@/lib/exports/model";
import { describeError } from "@/lib/shared/describe-error";
import { AppError } from "@/lib/shared/errors";

const PATIENCE_MS = 60_000;

/** What is read from, and the pool by which the query is ended of whoever leaves. */
type Pools = { from: Database; by: Database; leaving?: AbortSignal };
type Writer = WritableStreamDefaultWriter<Uint8Array>;
type Told = {
  begun: () => void;
  refused: (thrown: unknown) => void;
  ended: (rows: number, whole: "yes" | "no") => Promise<void>;
};

/**
 * Writes an export while it is read. What fails before the first row is refused; a file is whole once the audit says so.
 * Never throws.
 */
export async function sendRows(
  pools: Pools,
  { names, kinds, query }: ExportOf,
  writer: Writer,
  told: Told,
): Promise<void> {
  const encoder = new TextEncoder();
  const left = new AbortController();
  const leave = () => void writer.abort().catch(() => undefined);
  writer.closed.catch(() => left.abort());
  if (pools.leaving?.aborted) leave();
  pools.leaving?.addEventListener("abort", leave, { once: true });
  let head = BYTE_ORDER_MARK + csvLine([], names);
  let rows = 0;
  const write = async (text: string) => {
    told.begun();
    await untilTaken(writer);
    void writer.write(encoder.encode(head + text)).catch(() => undefined); // the next wait tells of it
    head = "";
  };
  try {
    await eachBatch(pools.from, query, { left: left.signal, by: pools.by }, async (batch) => {
      await write(batch.map((row) => csvLine(kinds, Object.values(row) as CellValue[])).join(""));
      rows += batch.length;
    });
    if (head) await write("");
    await told.ended(rows, "yes");
    await writer.close().catch(() => undefined);
  } catch (thrown) {
    const hasLeft = writer.desiredSize === null;
    told.refused(hasLeft ? new AppError("invalid_input", "Nobody waits for the file any more.") : thrown);
    if (!hasLeft) console.error(`An export broke off: ${describeError(thrown)}`);
    await writer.abort(thrown).catch(() => undefined);
    await told.ended(rows, "no").catch((lost) => console.error(`An export has no end: ${describeError(lost)}`));
  }
}

/** Waits until the reader has taken what was written; in vain where it has left or pauses for too long. */
async function untilTaken(writer: Writer): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error("nobody read it for a minute")), PATIENCE_MS);
  });
  await Promise.race([writer.ready, tooLong]).finally(() => clearTimeout(timer));
}
