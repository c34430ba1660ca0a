const MINUTE_MS = 60_000;

/** Whole hours and minutes until a line's end; null when it has passed. */
export function timeLeft(expiresAt: string, now: number): { hours: number; minutes: number } | null {
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return null;
  const minutes = Math.floor(left / MINUTE_MS);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

export const isHurried = (expiresAt: string, now: number): boolean => timeLeft(expiresAt, now)?.hours === 0;
