import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { When } from "@/components/ui/when";
import type { StoryLine } from "@/lib/payments/story-line";
import { partsOf, spokenValues } from "@/lib/shared/spoken-values";
import { whenWords } from "@/lib/shared/when-words";

type Line = StoryLine & { about?: string | null };

/** Sentences in the order of time; of several attempts each says which one it tells of. */
export function StoryLines({ lines, now }: { lines: readonly Line[]; now: Date }) {
  const t = useTranslations("story");
  const time = useTranslations("time");
  const locale = useLocale();
  const sayWhen = (moment: Date) => whenWords(time, { locale, moment, now });
  const attempts = new Set(lines.flatMap(({ about }) => about ?? []));
  return (
    <ol className="grid gap-2 text-[0.9375rem]">
      {[...lines.entries()].map(([place, { at, about, key, values }]) => (
        <li
          key={place}
          className="grid gap-x-4 border-t border-line pt-2 first:border-0 first:pt-0 md:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <span className="text-ink-soft">
            <When at={at.toISOString()} now={now} />
          </span>
          <span className="min-w-0 wrap-break-word">
            {apart(t(key, spokenValues(values, sayWhen)))}
            {about && attempts.size > 1 && <bdi className="figures text-ink-soft"> · {about}</bdi>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The sentence with what others wrote, names and amounts each in a direction of its own. */
const apart = (sentence: string): ReactNode[] =>
  [...partsOf(sentence).entries()].map(([place, part]) => (place % 2 === 1 ? <bdi key={place}>{part}</bdi> : part));
