const OFFSET_MS = 5 * 3_600_000; // UTC+5, no daylight saving

/** `yyyyMMddHHmmss` on Pakistan's clock, whatever the server's own zone. */
export const pakistanStamp = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().replace(/[-:T]/g, "").slice(0, 14);

/** `yyyyMMdd` in Pakistan. */
export const pakistanDay = (at: Date): string => pakistanStamp(at).slice(0, 8);

/** Whether so many minutes have gone by since; what never was is long ago. */
export const hasPassed = (since: Date | null, minutes: number, now: Date): boolean =>
  since === null || minutesAfter(since, minutes) <= now;

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
