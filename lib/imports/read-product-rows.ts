import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Transform } from "node:stream";
import { CsvError, type Parser, parse } from "csv-parse";
import { IMPORT_COLUMNS, type ImportColumn } from "@/lib/imports/model";
import { type ReadRow, readRow } from "@/lib/imports/read-row";
import { AppError } from "@/lib/shared/errors";

const noFile = (reason: string, message: string) =>
  new AppError("invalid_input", message, { reason, errors: [{ path: "file", message }] });

const HEAD = 64 * 1024;
const MOST_OF_A_ROW = 256 * 1024;

/** Spreadsheets of some countries part cells by a semicolon; the first line tells. */
async function delimiterOf(path: string): Promise<string> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0).finally(() => file.close());
  const head = buffer.toString("utf8", 0, bytesRead).split(/\r?\n/, 1)[0] ?? "";
  return [",", ";", "\t"].find((each) => head.includes(each)) ?? ",";
}

/** Lets pass what is UTF-8, and nothing else. */
function onlyUtf8(): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const judge = (chunk?: Buffer) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      return null;
    } catch {
      return noFile("not_utf8", "The file is not UTF-8.");
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(judge(chunk), chunk),
    flush: (done) => done(judge()),
  });
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

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/**
 * Each row of a file of products with its number as a spreadsheet counts, read or told what is wrong with it, however
 * large the file is; a file that is none is refused.
 */
export async function* readProductRows(path: string): AsyncGenerator<ReadRow> {
  const parser: Parser = parse({
    bom: true,
    delimiter: await delimiterOf(path),
    max_record_size: MOST_OF_A_ROW,
    relax_column_count: true,
  });
  pipeline(createReadStream(path), onlyUtf8(), parser, () => {});
  let columns: ImportColumn[] | null = null;
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line++;
      if (isBlank(cells)) continue;
      if (columns) yield readRow(columns, cells, line);
      else columns = columnsIn(cells);
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    throw noFile("not_csv", `The file is no CSV: ${thrown.message}`);
  }
  if (!columns) throw noFile("empty", "The file is empty.");
}
