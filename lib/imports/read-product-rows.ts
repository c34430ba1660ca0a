import { isUtf8 } from "node:buffer";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { undefused } from "@/lib/exports/model";
import { IMPORT_COLUMNS, type ImportColumn } from "@/lib/imports/model";
import { ImportRow } from "@/lib/imports/schemas";
import { AppError } from "@/lib/shared/errors";

type ReadRow = { line: number; item_code: string; row: ImportRow | null; reason: string };
type Parsed = { record: string[]; info: { lines: number } };

const noFile = (reason: string, message: string) =>
  new AppError("invalid_input", message, { reason, errors: [{ path: "file", message }] });

const CHUNK = 64 * 1024;

function* chunksOf(file: Buffer): Generator<Buffer> {
  for (let at = 0; at < file.byteLength; at += CHUNK) yield file.subarray(at, at + CHUNK);
}

/** Spreadsheets of some countries part cells by a semicolon; the first line tells. */
function delimiterOf(file: Buffer): string {
  const head = file.subarray(0, CHUNK).toString("utf8").split(/\r?\n/, 1)[0] ?? "";
  return [",", ";", "\t"].find((each) => head.includes(each)) ?? ",";
}

function columnsIn(head: readonly string[]): ImportColumn[] {
  const columns = head.map((name) => {
    const column = IMPORT_COLUMNS.find((known) => known === name.trim().toLowerCase());
    if (!column) throw noFile("unknown_column", `There is no column "${name.slice(0, 60)}".`);
    return column;
  });
  if (!columns.includes("item_code")) throw noFile("no_item_code", "The column item_code is missing.");
  if (new Set(columns).size < columns.length) throw noFile("column_twice", "A column is there twice.");
  return columns;
}

function rowOf(columns: readonly ImportColumn[], { record, info }: Parsed): ReadRow {
  const texts = Object.fromEntries(columns.map((column, at) => [column, undefused(record[at] ?? "")]));
  const { success, data, error } = ImportRow.safeParse(texts);
  const read = { line: info.lines, item_code: (texts.item_code ?? "").slice(0, 64) };
  if (record.length !== columns.length) return { ...read, row: null, reason: "has more or fewer cells than the head" };
  if (success) return { ...read, item_code: data.item_code, row: data, reason: "" };
  return {
    ...read,
    row: null,
    reason: error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`).join("; "),
  };
}

/** Each row of a file of products with its line, read or told what is wrong with it; a file that is none is refused. */
export async function* readProductRows(file: Buffer): AsyncGenerator<ReadRow> {
  if (!isUtf8(file)) throw noFile("not_utf8", "The file is not UTF-8.");
  const parser = Readable.from(chunksOf(file)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(file),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }),
  );
  let columns: ImportColumn[] | null = null;
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      if (columns) yield rowOf(columns, parsed);
      else columns = columnsIn(parsed.record);
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    throw noFile("not_csv", `The file is no CSV: ${thrown.message}`);
  }
  if (!columns) throw noFile("empty", "The file is empty.");
}
