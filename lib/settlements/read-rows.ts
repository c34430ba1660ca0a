import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { type ColumnNames, type RowProblem, SETTLEMENT_FIELDS, type SettlementField } from "@/lib/settlements/model";
import { readDay } from "@/lib/settlements/read-day";
import { readRupees } from "@/lib/settlements/read-rupees";
import { invalidField } from "@/lib/shared/errors";
import type { Paisa } from "@/lib/shared/money";

export type FileRow = {
  line: number;
  reference: string;
  gross: Paisa;
  fee: Paisa;
  tax: Paisa;
  net: Paisa;
  settledOn: string;
};

const MOST_OF_A_LINE = 64 * 1024;
const MOST_OF_A_REFERENCE = 100;
const DELIMITERS = [",", ";", "\t"];

/** The lines of a CSV file one after the other, however large it is. Refuses what is none. */
async function* linesOf(path: string): AsyncGenerator<{ cells: string[]; line: number }> {
  const parser: Parser = parse({
    bom: true,
    delimiter: await delimiterOf(path),
    info: true,
    max_record_size: MOST_OF_A_LINE,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
  });
  pipeline(createReadStream(path), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, line: info.lines };
    }
  } catch (thrown) {
    if (thrown instanceof CsvError) throw invalidField("file", `is no CSV file: ${thrown.message}`);
    throw thrown;
  }
}

/** What stands most often in the first line parts the cells. */
async function delimiterOf(path: string): Promise<string> {
  let first = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", end: MOST_OF_A_LINE })) first += String(chunk);
  const head = first.split(/\r?\n/, 1)[0] ?? "";
  return DELIMITERS.toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ",";
}

/** The names of a file's columns. */
export async function readColumns(path: string): Promise<string[]> {
  for await (const { cells } of linesOf(path)) return cells;
  throw invalidField("file", "has no line in it");
}

/** Every row of a file as it is meant, or what is wrong with it. */
export async function* readRows(path: string, names: ColumnNames): AsyncGenerator<FileRow | RowProblem> {
  let at: Partial<Record<SettlementField, number>> | null = null;
  for await (const { cells, line } of linesOf(path)) {
    if (at) yield readRow(line, cells, at);
    else at = Object.fromEntries(SETTLEMENT_FIELDS.map((field) => [field, cells.indexOf(names[field] ?? "")]));
  }
}

function readRow(line: number, cells: string[], at: Partial<Record<SettlementField, number>>): FileRow | RowProblem {
  const cell = (field: SettlementField): string => cells[at[field] ?? -1] ?? "";
  const amountOf = (field: SettlementField) => readRupees(field === "tax" && cell(field) === "" ? "0" : cell(field));
  const [gross, fee, tax, net] = [amountOf("gross"), amountOf("fee"), amountOf("tax"), amountOf("net")];
  const [reference, settledOn] = [cell("reference"), readDay(cell("date"))];
  if (reference === "" || reference.length > MOST_OF_A_REFERENCE || reference.includes("\0")) {
    return { line, why: "reference" };
  }
  if (gross === null || fee === null || tax === null || net === null) return { line, why: "amount" };
  if (settledOn === null) return { line, why: "date" };
  if (gross !== net + fee + tax) return { line, why: "sum" };
  const isOneWay = gross < 0 ? Math.max(fee, tax, net) <= 0 : Math.min(fee, tax, net) >= 0;
  return isOneWay ? { line, reference, gross, fee, tax, net, settledOn } : { line, why: "sign" };
}
