import type { z } from "zod";
import { undefused } from "@/lib/exports/model";
import type { ImportColumn, RowProblem, RowProblemCode } from "@/lib/imports/model";
import { ImportRow } from "@/lib/imports/schemas";
import { LEAST_PRICE, MOST_PRICE } from "@/lib/products/schemas";
import { formatAmount, paisa } from "@/lib/shared/money";
import { MOST_STOCK } from "@/lib/stock/model";

export type ReadRow = { line: number; item_code: string } & (
  { said: Omit<ImportRow, "item_code">; problem?: undefined } | { said?: undefined; problem: RowProblem }
);

const MOST_SAID = 60;

const OF_FIELD: Partial<Record<string, [code: RowProblemCode, expected?: string]>> = {
  item_code: ["bad_code"],
  group_code: ["bad_code"],
  price: ["bad_price", `${formatAmount(paisa(LEAST_PRICE))} – ${formatAmount(paisa(MOST_PRICE))}`],
  stock: ["bad_stock", `0 – ${MOST_STOCK}`],
  is_active: ["bad_yes_no"],
};

/** The first thing that is wrong with a row's cells, by a word for it and the facts of it. */
function problemOf(issue: z.core.$ZodIssue, texts: Partial<Record<string, string>>) {
  const field = String(issue.path[0]);
  const text = texts[field] ?? "";
  const said = text.slice(0, MOST_SAID);
  if (text.trim() === "") return { code: "required", field } as const;
  const [code, expected] = OF_FIELD[field] ?? [];
  if (issue.code === "too_big" && issue.origin === "string") {
    return { code: "too_long", field, expected: String(issue.maximum) } as const;
  }
  return code ? { code, field, said, expected } : ({ code: "bad_letters", field } as const);
}

/** A row of a file as it is meant, or what is wrong with it. */
export function readRow(columns: readonly ImportColumn[], cells: readonly string[], line: number): ReadRow {
  const texts: Partial<Record<string, string>> = Object.fromEntries(
    columns.map((column, at) => [column, undefused(cells[at] ?? "")]),
  );
  const item_code = (texts.item_code ?? "").slice(0, 64);
  const wrong = (problem: Omit<RowProblem, "row" | "item_code">): ReadRow => ({
    line,
    item_code,
    problem: { row: line, item_code, ...problem },
  });
  if (cells.length !== columns.length) {
    return wrong({ code: "cell_count", said: String(cells.length), expected: String(columns.length) });
  }
  const { data, error } = ImportRow.safeParse(texts);
  if (data) {
    const { item_code: code, ...said } = data;
    return { line, item_code: code, said };
  }
  const [issue] = error.issues;
  return wrong(issue ? problemOf(issue, texts) : { code: "bad_letters" });
}
