import { latinDigits } from "@/lib/shared/phone";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR_FIRST = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T\s].*|\d{4}(?:\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/;
const NAMED = /^(\d{1,2})[-/.\s]([a-z]{3})[a-z]*[-/.,\s]+(\d{4})(?:\s.*)?$/i;

/** A day as `yyyy-MM-dd`, of the forms that files have: the year or, as in Pakistan, the day first; else null. */
export function readDay(text: string): string | null {
  const said = latinDigits(text).trim();
  const first = YEAR_FIRST.exec(said);
  if (first) return dayOf(first[1], Number(first[2]), Number(first[3]));
  const last = DAY_FIRST.exec(said);
  if (last) return dayOf(last[3], Number(last[2]), Number(last[1]));
  const named = NAMED.exec(said);
  return named ? dayOf(named[3], MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1, Number(named[1])) : null;
}

function dayOf(year = "", month: number, day: number): string | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const time = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  return isReal ? date : null;
}
