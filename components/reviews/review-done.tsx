import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ReviewDone as Done } from "@/lib/reviews/review-list-after";

type ReviewDoneProps = { done: { what: Done; closed: number; kept: number; left: number } };

/** What has just been done to an item, or to many, and what comes of it. */
export function ReviewDone({ done: { what, ...counts } }: ReviewDoneProps) {
  const t = useTranslations("adminReview.done");
  const isGood = what !== "unmatched" && counts.kept === 0;
  return (
    <Notice tone={isGood ? "good" : "calm"} role="status">
      <p>{t(what, counts)}</p>
    </Notice>
  );
}
