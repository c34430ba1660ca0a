/** A day in words, short enough for a table: "Wed 25 Nov". */
export const dayWords = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(`${locale}-PK-u-nu-latn`, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
