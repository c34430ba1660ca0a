import { useLocale, useTranslations } from "next-intl";
import { minutesAfter, pakistanClock, pakistanDate, pakistanDay } from "@/lib/shared/pakistan-time";

const DAY_MINUTES = 24 * 60;

/** A moment as people say it, on Pakistan's clock: "today, 6:15 pm". */
export function When({ at, now }: { at: string; now: Date }) {
  const t = useTranslations("time");
  const locale = useLocale();
  const moment = new Date(at);
  const time = t("clock", pakistanClock(moment));
  const day = pakistanDay(moment);
  const words =
    day === pakistanDay(now)
      ? t("today", { time })
      : day === pakistanDay(minutesAfter(now, DAY_MINUTES))
        ? t("tomorrow", { time })
        : day === pakistanDay(minutesAfter(now, -DAY_MINUTES))
          ? t("yesterday", { time })
          : t("other", { date: pakistanDate(locale, moment), time });
  return <time dateTime={at}>{words}</time>;
}
