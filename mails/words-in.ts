import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/users/model";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

const TREES = { en: english, ur: urdu } as const;
const LTR_ISOLATE = "\u2066";
const OF_DAY = /\d{1,2}:\d{2}(?: [AP]M)?/i;
const END_OF_ISOLATE = "\u2069";

export type Words = ReturnType<typeof makeWords>;

const made = new Map<Locale, Words>();

/** Everything that is said in one language: its words, its times, and what stays left to right within it. */
export function wordsIn(locale: Locale): Words {
  const words = made.get(locale) ?? makeWords(locale);
  made.set(locale, words);
  return words;
}

function makeWords(locale: Locale) {
  const { mails, payment } = TREES[locale];
  const language = { locale, timeZone: "Asia/Karachi" };
  const style: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" };
  const clock = new Intl.DateTimeFormat(`${locale}-PK`, { ...style, timeZone: "Asia/Karachi" });
  const ltr = (text: string) => (locale === "ur" ? `${LTR_ISOLATE}${text}${END_OF_ISOLATE}` : text);
  return {
    t: createTranslator({ ...language, messages: mails }),
    why: createTranslator({ ...language, messages: payment.why }),
    time: (at: Date) => clock.format(at).replaceAll("\u202f", " ").replace(OF_DAY, ltr),
    ltr,
    list: (parts: string[]) => parts.filter(Boolean).join(locale === "ur" ? "، " : ", "),
  };
}

/** A text in its parts, every second of which stays left to right. */
export const partsOf = (text: string): string[] => text.split(/[\u2066\u2069]/);
