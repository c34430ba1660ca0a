const FIVE_HOURS = 5 * 60 * 60 * 1000;

/** yyyyMMddHHmmss in Pakistan, which has one zone (UTC+5) and no summer time. */
export function pakistanTime(at: Date): string {
  return new Date(at.getTime() + FIVE_HOURS).toISOString().replace(/\D/g, "").slice(0, 14);
}

/** Null where the text is no date of the calendar. */
export function readPakistanTime(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  if (!year || !month || !day || hour === undefined || minute === undefined || second === undefined) return null;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - FIVE_HOURS);
  return pakistanTime(at) === text ? at : null;
}
