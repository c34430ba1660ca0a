import { formatAmount, type Paisa } from "@/lib/shared/money";

export const EXPORT_NAMES = ["orders", "payments", "refunds", "stock", "products", "audit"] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

/** So many files are made at the same moment by one process; each holds a connection while it is read. */
export const EXPORTS_AT_ONCE = 2;

/** What a column holds, and so how it is written. */
export type CellKind = "text" | "number" | "money" | "time";
export type CellValue = string | number | Date | null;

/** Before the first letter: a spreadsheet would read the file in its country's old letters without it. */
export const BYTE_ORDER_MARK = "\uFEFF";

const FORMULA = /^(?:[\t\r\n]|["'\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Text that a spreadsheet would run as a formula is told by an apostrophe to be text. */
const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text itself again, of what a file says it is; none of ours begins with a space or a new line. */
export const undefused = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) && !/^'\s/.test(text) ? text.slice(1) : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function written(kind: CellKind, value: CellValue): string {
  if (value === null) return "";
  if (kind === "money") return formatAmount(Number(value) as Paisa);
  if (kind === "number") return String(Number(value));
  return quoted(defused(value instanceof Date ? value.toISOString() : String(value)));
}

/** One line of a file: text defused and quoted, money as `1500.00`, times in RFC 3339. */
export const csvLine = (kinds: readonly CellKind[], values: readonly CellValue[]): string =>
  `${values.map((value, at) => written(kinds[at] ?? "text", value)).join(",")}\r\n`;
