import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { decodeText } from "@/lib/settlements/decode-text";
import {
  type ColumnNames,
  MOST_OF_A_ROW,
  type RowProblem,
  SETTLEMENT_FIELDS,
  type SettlementField,
} from "@/lib/settlements/model";
import { readDay } from "@/lib/settlements/read-day";
import { readRupees } from "@/lib/settlements/read-rupees";
import { wrongRows } from "@/lib/settlements/wrong-rows";
import { invalidField } from "@/lib/shared/errors";
import { formatAmount, type Paisa, paisa, ZERO } from "@/lib/shared/money";
import { minutesAfter, pakistanStamp } from "@/lib/shared/pakistan-time";

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
const MOST_SHOWN = 24;
const DELIMITERS = [",", ";", "\t"];
const AMOUNTS = ["gross", "fee", "tax", "net"] as const;
const FIRST_DAY = "2000-01-01";
const DAY_MINUTES = 24 * 60;

/** A cell as far as a person needs it to find it again. */
function shown(text: string): string {
  const bare = text.replace(/\p{C}/gu, "");
  return bare.length > MOST_SHOWN ? `${bare.slice(0, MOST_SHOWN)}…` : bare;
}

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
  pipeline(createReadStream(path), await decodeText(path), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, line: info.lines };
    }
  } catch (thrown) {
    if (thrown instanceof CsvError) throw wrongRows([notCsv(thrown)]);
    throw thrown;
  }
}

/** Where a file is no CSV, and why as far as that is known. */
function notCsv({ code, lines }: CsvError & { lines?: number }): RowProblem {
  const why = code === "CSV_MAX_RECORD_SIZE" ? "long_row" : "broken_quotes";
  return { row: typeof lines === "number" ? lines : 1, code: why };
}

/** What stands most often in the first line parts the cells. */
async function delimiterOf(path: string): Promise<string> {
  let first = "";
  const text = await decodeText(path);
  pipeline(createReadStream(path), text, () => {});
  for await (const chunk of text) {
    first += String(chunk);
    if (first.length > MOST_OF_A_LINE || first.includes("\n")) break;
  }
  const head = first.split(/\r?\n/, 1)[0] ?? "";
  return DELIMITERS.toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ",";
}

/** The names of a file's columns, and what its first row says under each. */
export async function readHead(path: string): Promise<{ columns: string[]; first: string[] }> {
  let columns: string[] | null = null;
  for await (const { cells } of linesOf(path)) {
    if (columns) return { columns, first: cells };
    columns = cells;
  }
  if (!columns) throw invalidField("file", "has no line in it");
  return { columns, first: [] };
}

/** Every row of a file as it is meant, or what is wrong with it: what is still to come was not paid out either. */
export async function* readRows(path: string, names: ColumnNames, now: Date): AsyncGenerator<FileRow | RowProblem> {
  const lastDay = pakistanStamp(minutesAfter(now, DAY_MINUTES)).replace(/^(....)(..)(..).*/, "$1-$2-$3");
  let at: Places | null = null;
  for await (const { cells, line } of linesOf(path)) {
    if (at) yield readRow(line, cells, at, lastDay);
    else at = Object.fromEntries(SETTLEMENT_FIELDS.map((field) => [field, cells.indexOf(names[field] ?? "")]));
  }
}

type Places = Partial<Record<SettlementField, number>>;

function readRow(row: number, cells: string[], at: Places, lastDay: string): FileRow | RowProblem {
  const cell = (field: SettlementField): string => (cells[at[field] ?? -1] ?? "").replace(/^'\s*/, "");
  const reference = cell("reference");
  if (reference === "" || reference.includes("\0")) return { row, code: "no_reference", field: "reference" };
  if (reference.length > MOST_OF_A_REFERENCE) return { row, code: "long_reference", field: "reference" };
  const amounts = { gross: ZERO, fee: ZERO, tax: ZERO, net: ZERO };
  for (const field of AMOUNTS) {
    const said = field === "tax" && cell(field) === "" ? "0" : cell(field);
    const amount = readRupees(said);
    if (amount === null) return { row, code: said === "" ? "no_amount" : "bad_amount", field, said: shown(said) };
    if (Math.abs(amount) > MOST_OF_A_ROW) return { row, code: "huge_amount", field, said: shown(said) };
    amounts[field] = amount;
  }
  const settledOn = readDay(cell("date"));
  if (settledOn === null) return { row, code: "bad_day", field: "date", said: shown(cell("date")) };
  if (settledOn < FIRST_DAY) return { row, code: "day_long_past", field: "date", said: shown(cell("date")) };
  if (settledOn > lastDay) return { row, code: "day_to_come", field: "date", said: shown(cell("date")) };
  const { gross, fee, tax, net } = amounts;
  const sum = paisa(net + fee + tax);
  if (gross !== sum)
    return { row, code: "wrong_sum", field: "gross", said: formatAmount(gross), expected: formatAmount(sum) };
  const areTogether = gross < 0 ? net <= 0 : Math.min(fee, tax) >= 0;
  return areTogether ? { line: row, reference, ...amounts, settledOn } : { row, code: "wrong_signs" };
}
