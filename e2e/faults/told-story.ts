import { createTranslator } from "next-intl";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { later, NOON } from "@/db/test-fixtures";
import { explainPayment } from "@/lib/payments/explain-payment";
import type { StoryLine } from "@/lib/payments/story-line";
import { partsOf, spokenValues } from "@/lib/shared/spoken-values";
import { whenWords } from "@/lib/shared/when-words";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

const inEnglish = createTranslator({ locale: "en", messages: english.story, timeZone: "Asia/Karachi" });
const inUrdu = createTranslator({ locale: "ur", messages: urdu.story, timeZone: "Asia/Karachi" });

const timeInEnglish = createTranslator({ locale: "en", messages: english.time });
const timeInUrdu = createTranslator({ locale: "ur", messages: urdu.time });

const minuteOf = ({ at }: StoryLine): number => (at.getTime() - NOON.getTime()) / 60_000;

/**
 * A payment's story so many minutes after noon, each line with its minute; the order goes by the name of ORDER, staff
 * by PERSON. Each line must be a sentence in Urdu as well.
 */
export async function toldStory(
  db: Database,
  { transaction_id }: { transaction_id: string },
  minutes: number,
): Promise<string[]> {
  const now = later(NOON, minutes);
  const lines = (await explainPayment(db, transaction_id, now)) ?? [];
  const urduWhen = (moment: Date) => whenWords(timeInUrdu, { locale: "ur", moment, now });
  const englishWhen = (moment: Date) => whenWords(timeInEnglish, { locale: "en", moment, now });
  for (const { key, values } of lines)
    expect(inUrdu(key, spokenValues(values, urduWhen))).toMatch(/^[^{}]*[آ-ے][^{}]*۔$/);
  return lines.map((line) => {
    const text = partsOf(inEnglish(line.key, spokenValues(line.values, englishWhen)))
      .join("")
      .replaceAll("\u00a0", " ");
    const unnamed = text.replace(/ORD-[A-Z0-9]{8}-\d{8}/, "ORDER").replace(/\S+@example\.com/, "PERSON");
    return `${minuteOf(line)}: ${unnamed}`;
  });
}
