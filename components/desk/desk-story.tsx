import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { When } from "@/components/ui/when";
import type { Sentence } from "@/lib/payments/story-line";

type Line = { id: number; at: Date; about: string | null; key: Sentence["key"]; values: Sentence["values"] };

/** What happened to an order, in sentences; of several attempts each sentence says which one it tells of. */
export function DeskStory({ lines, now }: { lines: readonly Line[]; now: Date }) {
  const t = useTranslations("adminOrders");
  const story = useTranslations("story");
  const attempts = new Set(lines.flatMap(({ about }) => about ?? []));
  return (
    <Card title={t("story")}>
      <ol className="grid gap-2 text-[0.9375rem]">
        {lines.map(({ id, at, about, key, values }) => (
          <li key={id} className="grid gap-x-4 md:grid-cols-[11rem_minmax(0,1fr)]">
            <span className="text-ink-soft">
              <When at={at.toISOString()} now={now} />
            </span>
            <span dir="auto">
              {story(key, values)}
              {about && attempts.size > 1 && <bdi className="figures text-ink-soft"> · {about}</bdi>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
