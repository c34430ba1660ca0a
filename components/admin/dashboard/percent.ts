/** A part as people read it; nothing where there is no whole. */
export const percent = (part: number | null): string => (part === null ? "–" : `${Math.round(part * 1000) / 10}%`);
