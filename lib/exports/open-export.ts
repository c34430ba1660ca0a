import type { Database } from "@/db/client";
import { recordAudit } from "@/lib/audit/record-audit";
import { auditExport } from "@/lib/exports/audit-export";
import type { ExportOf } from "@/lib/exports/export-of";
import type { ExportName } from "@/lib/exports/model";
import { ordersExport } from "@/lib/exports/orders-export";
import { paymentsExport } from "@/lib/exports/payments-export";
import { productsExport } from "@/lib/exports/products-export";
import { refundsExport } from "@/lib/exports/refunds-export";
import { EXPORT_FILTERS } from "@/lib/exports/schemas";
import { sendRows } from "@/lib/exports/send-rows";
import { stockExport } from "@/lib/exports/stock-export";
import { takeTurn } from "@/lib/exports/take-turn";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

type Asked = { name: ExportName; filters: Readonly<Record<string, string>> };

/** The pool that an export holds a connection of meanwhile, and what tells that nobody waits for it any more. */
type Reading = { from?: Database; leaving?: AbortSignal };

async function read(ctx: UserCtx, { name, filters }: Asked): Promise<ExportOf> {
  if (name === "orders") return ordersExport(ctx, EXPORT_FILTERS.orders.parse(filters));
  if (name === "payments") return paymentsExport(ctx, EXPORT_FILTERS.payments.parse(filters));
  if (name === "refunds") return refundsExport(EXPORT_FILTERS.refunds.parse(filters));
  if (name === "stock") return stockExport(EXPORT_FILTERS.stock.parse(filters));
  if (name === "products") return productsExport(EXPORT_FILTERS.products.parse(filters));
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
 * down, whoever leaves ends it at once. Administrators alone; beginning and end, with filters and rows, are in the
 * audit. 429 where enough of them are being made already.
 */
export async function openExport(
  ctx: UserCtx,
  asked: Asked,
  { from = ctx.db, leaving }: Reading = {},
): Promise<ReadableStream<Uint8Array>> {
  requireAdmin(ctx.actor, "Exports are for the shop's administrators.");
  const endTurn = takeTurn();
  try {
    return await opened(ctx, asked, { from, leaving, endTurn });
  } catch (thrown) {
    endTurn();
    throw thrown;
  }
}

type Opening = { from: Database; leaving?: AbortSignal; endTurn: () => void };

async function opened(ctx: UserCtx, asked: Asked, { from, leaving, endTurn }: Opening) {
  const filters = chosenIn(asked);
  const made = await read(ctx, { ...asked, filters });
  const [subject, kept] = [`export:${asked.name}`, keptOf(filters)];
  await recordAudit(ctx.db, ctx, "export.begin", subject, kept);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  await new Promise<void>((begun, refused) => {
    const ended = (rows: number, whole: "yes" | "no") =>
      recordAudit(ctx.db, ctx, "export.end", subject, { ...kept, rows, whole });
    void sendRows({ by: ctx.db, from, leaving }, made, writer, { begun, refused, ended }).finally(endTurn);
  });
  return readable;
}
