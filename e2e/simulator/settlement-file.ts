import type { SettlementFault } from "./settlement-faults";

type SettlementKind = "gateway" | "courier";

/** What was taken, or below nothing what was given back; paisa. */
export interface SettledLine {
  reference: string;
  amount: number;
  fee: number;
  tax: number;
}

interface Row extends SettledLine {
  net: number;
}

type Column = "reference" | "gross" | "fee" | "tax" | "net" | "date";
type Names = Record<Column, string>;

const USUAL: Record<SettlementKind, Names> = {
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
const OTHER: Names = { date: "Day", net: "C", tax: "D", fee: "E", gross: "F", reference: "Ref." };
const URDU: Names = {
  reference: "حوالہ نمبر",
  gross: "کل رقم",
  fee: "فیس",
  tax: "ٹیکس",
  net: "خالص رقم",
  date: "تاریخ",
};

const rupees = (paisa: number): string => (paisa / 100).toFixed(2);
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A settlement file as JazzCash or a courier sends it, of a day as yyyyMMdd, with the faults that are asked for. */
export function settlementFile(
  kind: SettlementKind,
  lines: readonly SettledLine[],
  { day, faults }: { day: string; faults: readonly SettlementFault[] },
): string {
  const has = (fault: SettlementFault) => faults.includes(fault);
  const names = has("urdu_columns") ? URDU : has("other_columns") ? OTHER : USUAL[kind];
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6, 8)];
  const said = has("wrong_date") ? `${month}/${date}/${year.slice(2)}` : `${date}/${month}/${year}`;
  const texts = broken(lines, has).map((row) => ({
    reference: row.reference,
    gross: rupees(row.amount),
    fee: rupees(row.fee),
    tax: rupees(row.tax),
    net: rupees(row.net),
    date: said,
  }));
  const columns = Object.keys(names) as Column[];
  const rows = [columns.map((column) => names[column]), ...texts.map((row) => columns.map((column) => row[column]))];
  return `${has("byte_order_mark") ? "\ufeff" : ""}${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function broken(lines: readonly SettledLine[], has: (fault: SettlementFault) => boolean): Row[] {
  const rows: Row[] = lines.map((line) => ({ ...line, net: line.amount - line.fee - line.tax }));
  const [first, last] = [rows[0], rows.at(-1)];
  if (has("other_amount") && last) Object.assign(last, { amount: last.amount + 100, net: last.net + 100 });
  if (has("wrong_sum") && last) last.net += 1;
  if (has("other_fee") && first) Object.assign(first, { fee: first.fee + 100, net: first.net - 100 });
  if (has("doubled_row") && first) rows.unshift({ ...first });
  if (has("missing_row")) rows.shift();
  if (has("charge_row")) rows.push({ reference: "LE00000000BACK", amount: 0, fee: 15_000, tax: 2400, net: -17_400 });
  if (has("unknown_reference"))
    rows.push({ reference: "T00000000000000NONE", amount: 5000, fee: 0, tax: 0, net: 5000 });
  return rows;
}
