import { useTranslations } from "next-intl";
import { StoryLines } from "@/components/payments/story-lines";
import { Card } from "@/components/ui/card";
import type { StoryLine } from "@/lib/payments/story-line";

type DeskStoryProps = { lines: readonly (StoryLine & { about: string | null })[]; now: Date };

/** What happened to an order, in sentences. */
export function DeskStory({ lines, now }: DeskStoryProps) {
  const t = useTranslations("adminOrders");
  return (
    <Card title={t("story")}>
      <StoryLines lines={lines} now={now} />
    </Card>
  );
}
