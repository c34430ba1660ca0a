import { useLocale, useTranslations } from "next-intl";
import { whenWords } from "@/lib/shared/when-words";

/** A moment as people say it, on Pakistan's clock: "today, 6:15 pm". */
export function When({ at, now }: { at: string; now: Date }) {
  const t = useTranslations("time");
  return <time dateTime={at}>{whenWords(t, { locale: useLocale(), moment: new Date(at), now })}</time>;
}
