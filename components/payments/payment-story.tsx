import { getLocale, getTranslations } from "next-intl/server";
import { When } from "@/components/ui/when";
import type { StoryLine } from "@/lib/payments/story-line";

const CHOICES = new Set(["method", "status", "channel", "why", "by", "way", "from", "to", "kind", "isDue", "count"]);

/** Amounts, references and people's own words keep their direction within an Urdu sentence. */
const isolated = (values: StoryLine["values"]): StoryLine["values"] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && value !== "" && !CHOICES.has(name) ? `\u2068${value}\u2069` : value,
    ]),
  );

/** What happened to a payment, in sentences. */
export async function PaymentStory({ story, now }: { story: readonly StoryLine[]; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("story"), getLocale()]);
  return (
    <ol className="grid gap-2">
      {[...story.entries()].map(([place, { at, key, values }]) => (
        <li
          key={place}
          className="grid gap-x-4 border-t border-line pt-2 first:border-0 first:pt-0 sm:grid-cols-[11rem_1fr]"
        >
          <span className="text-[0.9375rem] text-ink-soft">
            <When at={at.toISOString()} now={now} />
          </span>
          <span>{t(key, locale === "ur" ? isolated(values) : values)}</span>
        </li>
      ))}
    </ol>
  );
}
