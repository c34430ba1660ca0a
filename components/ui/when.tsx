import { useFormatter, useTranslations } from "next-intl";
import { minutesAfter, pakistanDay } from "@/lib/shared/pakistan-time";

const DAY_MINUTES = 24 * 60;

/** A moment as people say it, on Pakistan's clock: "today, 6:15 pm". */
export function When({ at, now }: { at: string; now: Date }) {
  const t = useTranslations("time");
  const format = useFormatter();
  const moment = new Date(at);
  const time = format.dateTime(moment, { hour: "numeric", minute: "2-digit" }).toLowerCase();
  const day = pakistanDay(moment);
  const words =
    day === pakistanDay(now)
      ? t("today", { time })
      : day === pakistanDay(minutesAfter(now, DAY_MINUTES))
        ? t("tomorrow", { time })
        : day === pakistanDay(minutesAfter(now, -DAY_MINUTES))
          ? t("yesterday", { time })
          : t("other", { date: format.dateTime(moment, { day: "numeric", month: "long", year: "numeric" }), time });
  return <time dateTime={at}>{words}</time>;
}
