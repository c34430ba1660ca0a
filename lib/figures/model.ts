import { pakistanStamp } from "@/lib/shared/pakistan-time";

/** The four numbers that must be zero, in the order of the dashboard's first row. */
export const ZEROS = ["paid_without_order", "unknown", "differing", "stuck"] as const;
export type Zero = (typeof ZEROS)[number];

/** The zero whose cases stand at this end of an address, or null. */
export const zeroAt = (place: string): Zero | null => ZEROS.find((zero) => zero.replaceAll("_", "-") === place) ?? null;

export const placeOf = (zero: Zero): string => zero.replaceAll("_", "-");

export const RANGES = ["today", "7", "30"] as const;
type RangeChoice = (typeof RANGES)[number];

/** Whole days of Pakistan, `yyyy-mm-dd`, the last one among them. */
export type Range = { from: string; to: string };

export const MOST_DAYS = 366;

const DAYS: Record<RangeChoice, number> = { today: 1, "7": 7, "30": 30 };

/** `yyyy-mm-dd` in Pakistan. */
export const dayOf = (at: Date): string => pakistanStamp(at).replace(/^(....)(..)(..).*/, "$1-$2-$3");

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const daysAfter = (day: string, days: number): string =>
  new Date(timeOf(day) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days a range has. */
export const lengthOf = ({ from, to }: Range): number => Math.round((timeOf(to) - timeOf(from)) / 86_400_000) + 1;

/** Each day of a range, also those on which nothing happened. */
export const daysOf = (range: Range): string[] =>
  Array.from({ length: Math.max(0, lengthOf(range)) }, (_, at) => daysAfter(range.from, at));

export const isDay = (text: unknown): text is string =>
  typeof text === "string" &&
  /^20\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(timeOf(text)) &&
  daysAfter(text, 0) === text;

/** The days that end today. */
const lastDays = (choice: RangeChoice, today: string): Range => ({
  from: daysAfter(today, 1 - DAYS[choice]),
  to: today,
});

type Asked = { range?: unknown; from?: unknown; to?: unknown };

/** Why days that somebody chose cannot be shown. */
type RangeProblem = "reversed" | "to_come" | "too_long";

/** The days whose figures are shown; those that somebody typed, where they cannot be, and why not. */
export type ReadRange = Range & { choice: RangeChoice | null; typed: (Range & { problem: RangeProblem }) | null };

function problemOf({ from, to }: Range, today: string): RangeProblem | null {
  if (from > to) return "reversed";
  if (from > today) return "to_come";
  return lengthOf({ from, to }) > MOST_DAYS ? "too_long" : null;
}

/** The days that an address asks for; what is no day is passed over, and what is not yet has no figures. */
export function readRange({ range, from, to }: Asked, today: string): ReadRange {
  const choice = RANGES.find((one) => one === range) ?? "7";
  const usual = { ...lastDays(choice, today), choice, typed: null };
  if (!isDay(from)) return usual;
  const said = { from, to: isDay(to) ? to : from > today ? from : today };
  const asked = said.from <= today && said.to > today ? { from, to: today } : said;
  const problem = problemOf(asked, today);
  return problem ? { ...usual, typed: { ...said, problem } } : { ...asked, choice: null, typed: null };
}

/** How many of those that came to an end were paid, from 0 to 1; null where none did. */
export const rateOf = ({ paid, ended }: { paid: number; ended: number }): number | null =>
  ended === 0 ? null : paid / ended;
