import { minutesAfter, pakistanClock, pakistanDate, pakistanDay } from "@/lib/shared/pakistan-time";

const DAY_MINUTES = 24 * 60;

type Key = "clock" | "today" | "tomorrow" | "yesterday" | "other";

const asOne = (words: string): string => words.replaceAll(" ", "\u00a0");

/** A moment as people say it, on Pakistan's clock: "today, 6:15 pm"; a line never ends within the day or the hour. */
export function whenWords(
  t: (key: Key, values: Record<string, string>) => string,
  { locale, moment, now }: { locale: string; moment: Date; now: Date },
): string {
  const time = asOne(t("clock", pakistanClock(moment)));
  const day = pakistanDay(moment);
  if (day === pakistanDay(now)) return t("today", { time });
  if (day === pakistanDay(minutesAfter(now, DAY_MINUTES))) return t("tomorrow", { time });
  if (day === pakistanDay(minutesAfter(now, -DAY_MINUTES))) return t("yesterday", { time });
  return t("other", { date: asOne(pakistanDate(locale, moment)), time });
}
