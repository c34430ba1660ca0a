const OFFSET_MS = 5 * 3_600_000; // UTC+5, no daylight saving

/** `yyyyMMddHHmmss` on Pakistan's clock, whatever the server's own zone. */
export const pakistanStamp = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().replace(/[-:T]/g, "").slice(0, 14);

/** A day in words of a language, with Latin digits. */
export const pakistanDate = (locale: string, moment: Date): string =>
  new Intl.DateTimeFormat(`${locale}-PK-u-nu-latn`, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Asia/Karachi",
  }).format(moment);

/** `yyyyMMdd` in Pakistan. */
export const pakistanDay = (at: Date): string => pakistanStamp(at).slice(0, 8);

/** Whether so many minutes have gone by since; what never was is long ago. */
export const hasPassed = (since: Date | null, minutes: number, now: Date): boolean =>
  since === null || minutesAfter(since, minutes) <= now;

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

export type DayPart = "before_dawn" | "morning" | "noon" | "evening" | "night";

/** Pakistan's clock as a person says it: hours from 1 to 12, and which part of the day it is. */
export function pakistanClock(at: Date): { clock: string; part: DayPart } {
  const stamp = pakistanStamp(at);
  const hour = Number(stamp.slice(8, 10));
  const part: DayPart =
    hour < 4 ? "before_dawn" : hour < 12 ? "morning" : hour < 16 ? "noon" : hour < 20 ? "evening" : "night";
  return { clock: `${hour % 12 || 12}:${stamp.slice(10, 12)}`, part };
}

/** When a day like `2026-11-25` begins in Pakistan. */
export const pakistanMidnight = (day: string): Date => new Date(`${day}T00:00:00+05:00`);
