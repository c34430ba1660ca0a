import { eachBatch } from "@/db/each-batch";
import { recordAudit } from "@/lib/audit/record-audit";
import { auditExport } from "@/lib/exports/audit-export";
import type { ExportOf } from "@/lib/exports/export-of";
import { BYTE_ORDER_MARK, type CellValue, csvLine, type ExportName } from "@/lib/exports/model";
import { ordersExport } from "@/lib/exports/orders-export";
import { paymentsExport } from "@/lib/exports/payments-export";
import { productsExport } from "@/lib/exports/products-export";
import { refundsExport } from "@/lib/exports/refunds-export";
import { EXPORT_FILTERS } from "@/lib/exports/schemas";
import { stockExport } from "@/lib/exports/stock-export";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { describeError } from "@/lib/shared/describe-error";

const PATIENCE_MS = 60_000;

type Asked = { name: ExportName; filters: Readonly<Record<string, string>> };

async function read(ctx: UserCtx, { name, filters }: Asked): Promise<ExportOf> {
  if (name === "orders") return ordersExport(ctx, EXPORT_FILTERS.orders.parse(filters));
  if (name === "payments") return paymentsExport(ctx, EXPORT_FILTERS.payments.parse(filters));
  if (name === "refunds") return refundsExport(EXPORT_FILTERS.refunds.parse(filters));
  if (name === "stock") return stockExport(EXPORT_FILTERS.stock.parse(filters));
  if (name === "products") return productsExport();
  return auditExport(EXPORT_FILTERS.audit.parse(filters));
}

const PERSONAL = /^(search|actor|city)$/;

/** What is asked for, without the fields that a page's form left open and what is no filter. */
const chosenIn = ({ name, filters }: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).filter(([field, value]) => value !== "" && field in EXPORT_FILTERS[name].shape),
  );

/** The filters as the audit keeps them: who was looked for is nobody's business. */
const keptOf = (filters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).map(([field, value]) => [field, PERSONAL.test(field) ? "…" : value]));

/**
 * A file of what the shop has, as it stands at this moment, made while it is read: whoever reads slowly slows the query
 * down, whoever leaves ends it. Administrators alone; beginning and end, with filters and rows, are in the audit.
 */
export async function openExport(ctx: UserCtx, asked: Asked): Promise<ReadableStream<Uint8Array>> {
  requireAdmin(ctx.actor, "Exports are for the shop's administrators.");
  const filters = chosenIn(asked);
  const made = await read(ctx, { ...asked, filters });
  const [subject, kept] = [`export:${asked.name}`, keptOf(filters)];
  await recordAudit(ctx.db, ctx, "export.begin", subject, kept);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  await new Promise<void>((opened, refused) => {
    const ended = (rows: number, whole: "yes" | "no") =>
      recordAudit(ctx.db, ctx, "export.end", subject, { ...kept, rows, whole });
    void send(ctx, made, writer, { opened, refused, ended });
  });
  return readable;
}

type Writer = WritableStreamDefaultWriter<Uint8Array>;
type Told = {
  opened: () => void;
  refused: (thrown: unknown) => void;
  ended: (rows: number, whole: "yes" | "no") => Promise<void>;
};

/** What fails before the first row is refused; a file is whole once the audit says so. Never throws. */
async function send(ctx: UserCtx, { names, kinds, query }: ExportOf, writer: Writer, told: Told): Promise<void> {
  const encoder = new TextEncoder();
  let head = BYTE_ORDER_MARK + csvLine([], names);
  let rows = 0;
  const write = async (text: string) => {
    told.opened();
    await untilTaken(writer);
    void writer.write(encoder.encode(head + text)).catch(() => undefined); // the next wait tells of it
    head = "";
  };
  try {
    await eachBatch(ctx.db, query, async (batch) => {
      await write(batch.map((row) => csvLine(kinds, Object.values(row) as CellValue[])).join(""));
      rows += batch.length;
    });
    if (head) await write("");
    await told.ended(rows, "yes");
    await writer.close().catch(() => undefined);
  } catch (thrown) {
    told.refused(thrown);
    const hasLeft = writer.desiredSize === null;
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
