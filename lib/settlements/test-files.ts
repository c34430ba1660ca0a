import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ColumnNames, SettlementSource } from "@/lib/settlements/model";
import { uploadSettlement } from "@/lib/settlements/upload-settlement";
import type { UserCtx } from "@/lib/shared/context";

export const COLUMNS: Record<SettlementSource, Required<ColumnNames>> = {
  gateway: {
    reference: "Txn Ref No",
    gross: "Gross Amount",
    fee: "MDR",
    tax: "FED",
    net: "Net Amount",
    date: "Settlement Date",
  },
  courier: {
    reference: "Tracking No",
    gross: "COD Collected",
    fee: "Delivery Charges",
    tax: "WHT",
    net: "Net Payable",
    date: "Paid On",
  },
};

type Line = { reference: string; gross: number; fee?: number; tax?: number; net?: number; date?: string };

/** A row as it stands in a file; what is not said is a fee of 2 %, no tax, and what is left. Rupees. */
const cells = ({ reference, gross, fee = gross / 50, tax = 0, net = gross - fee - tax, date = "26/11/2026" }: Line) =>
  [reference, ...[gross, fee, tax, net].map((amount) => amount.toFixed(2)), date].join(",");

export const csvOf = (source: SettlementSource, lines: readonly Line[]): string =>
  [Object.values(COLUMNS[source]).join(","), ...lines.map(cells)].join("\r\n");

type Sent = { source?: SettlementSource; text: string | Buffer; columns?: ColumnNames | null; name?: string };

/** Brings a file as the door does that has put it on the disk. */
export async function bring(ctx: UserCtx, { source = "gateway", text, columns, name = "november.csv" }: Sent) {
  const folder = await mkdtemp(join(tmpdir(), "settlement-"));
  const path = join(folder, randomUUID());
  await writeFile(path, text);
  const hash = createHash("sha256").update(text).digest("hex");
  const said = columns === null ? undefined : (columns ?? COLUMNS[source]);
  return uploadSettlement(ctx, { source, name, path, hash, columns: said }).finally(() =>
    rm(folder, { recursive: true }),
  );
}
