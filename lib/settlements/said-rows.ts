import { type SQL, sql } from "drizzle-orm";
import type { SettlementSource } from "@/lib/settlements/model";
import type { FileRow } from "@/lib/settlements/read-rows";

/** Rows of one file as statements take them: a list for each column. */
export type SaidRows = {
  fileId: number;
  source: SettlementSource;
  lines: number[];
  references: string[];
  numbers: string[];
  gross: number[];
  fees: number[];
  taxes: number[];
  nets: number[];
  days: string[];
};

/** The shop's own number as people copy it: in small letters, an order's without its dashes. */
const asNumber = (reference: string): string =>
  reference
    .toUpperCase()
    .replace(/\s/g, "")
    .replace(/^ORD-?([0-9A-Z]{8})-?(\d{8})$/, "ORD-$1-$2");

export const saidRows = (
  { fileId, source }: Pick<SaidRows, "fileId" | "source">,
  rows: readonly FileRow[],
): SaidRows => ({
  fileId,
  source,
  lines: rows.map(({ line }) => line),
  references: rows.map(({ reference }) => reference),
  numbers: rows.map(({ reference }) => asNumber(reference)),
  gross: rows.map(({ gross }) => gross),
  fees: rows.map(({ fee }) => fee),
  taxes: rows.map(({ tax }) => tax),
  nets: rows.map(({ net }) => net),
  days: rows.map(({ settledOn }) => settledOn),
});

/** They as a table named `said`. */
export const saidTable = (o: { [K in keyof SaidRows]-?: unknown }): SQL => sql`
  unnest(${o.lines}::int[], ${o.references}::text[], ${o.numbers}::text[], ${o.gross}::bigint[], ${o.fees}::bigint[],
    ${o.taxes}::bigint[], ${o.nets}::bigint[], ${o.days}::text[])
  as said (line, reference, number, gross, fee, tax, net, day)`;
