import {
  type ColumnNames,
  isNeeded,
  SETTLEMENT_FIELDS,
  type SettlementField,
  type SettlementSource,
} from "@/lib/settlements/model";

/** What such files usually call them, the surest first. */
const USUAL: Record<SettlementField, RegExp[]> = {
  reference: [
    /txn ?ref/,
    /track|consignment|\bcn\b|awb/,
    /reference|\brrn\b|retrieval/,
    /order (no|number|id)/,
    /حوالہ|ٹریکنگ|آرڈر/,
  ],
  gross: [/gross/, /\bcod\b|collected/, /(transaction|txn|order) amount/, /^amount/, /کل رقم|وصول/],
  fee: [/fee|commission|mdr/, /charge/, /فیس|چارج/],
  tax: [/tax|\bgst\b|\bfed\b|\bwht\b|withh/, /ٹیکس/],
  net: [/\bnet\b/, /payable|remit|paid out|settled amount/, /خالص|ادا/],
  date: [/settle\w* (date|day|on)/, /(paid|remit\w*|payment) (date|on)/, /date/, /تاریخ/],
};

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[_\-./]+/g, " ")
    .trim();

/** Which column is which by its usual names; no column is taken twice. */
export function guessColumns(columns: readonly string[]): ColumnNames {
  const guess: ColumnNames = {};
  for (const field of SETTLEMENT_FIELDS) {
    const free = columns.filter((column) => !Object.values(guess).includes(column));
    const found = USUAL[field].map((usual) => free.find((column) => usual.test(plain(column)))).find(Boolean);
    if (found !== undefined) guess[field] = found;
  }
  return guess;
}

/** Whether a file has each named column once, and what is needed is named. */
export const fitColumns = (names: ColumnNames, columns: readonly string[], source: SettlementSource): boolean =>
  SETTLEMENT_FIELDS.every((field) => {
    const name = names[field];
    return name === undefined ? !isNeeded(source, field) : columns.filter((column) => column === name).length === 1;
  });
