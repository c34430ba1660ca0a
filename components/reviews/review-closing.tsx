import { useLocale, useTranslations } from "next-intl";
import { When } from "@/components/ui/when";
import type { ReviewView } from "@/lib/reviews/schemas";
import { formatRupees, paisa } from "@/lib/shared/money";

/** What the shop itself writes where a fact closes an item; whatever people wrote is shown as it is. */
const BY_SHOP = [
  ["answered", /^JazzCash has answered: (\w+)\.$/],
  ["refund_done", /^Refund (\d+) was completed\.$/],
  ["refund_refused", /^Refund (\d+) was refused with (\w+)\.$/],
  ["decided", /^A person has settled what was paid: (\d+) paisa\.$/],
  ["matched_settled", /^Matched again: it is paid out\.$/],
  ["matched_given_back", /^Matched again: the refund is taken back\.$/],
  ["matched_charged", /^Matched again: the fee is taken\.$/],
  ["matched_repeated", /^Matched again: a row before said the same\.$/],
] as const;

type ReviewClosingProps = { review: ReviewView; people: ReadonlyMap<string, string | null>; now: Date };

/** Who closed an item, when, and with which words. */
export function ReviewClosing({ review, people, now }: ReviewClosingProps) {
  const t = useTranslations("adminReview");
  const { closed_by: by, closed_at: at, resolution } = review;
  const isUrdu = useLocale() === "ur";
  if (by === null || at === null) return null;
  const words = resolutionWords(t, resolution ?? "");
  const shop = by === "gateway" || by.startsWith("system:") ? t(by === "gateway" ? "byGateway" : "byShop") : by;
  return (
    <p>
      {t.rich("closedBy", {
        name: () => <bdi>{people.get(by) ?? shop}</bdi>,
        resolution: isUrdu ? `\u2068${words}\u2069` : words,
      })}{" "}
      <When at={at} now={now} />
    </p>
  );
}

function resolutionWords(t: ReturnType<typeof useTranslations<"adminReview">>, resolution: string): string {
  for (const [key, pattern] of BY_SHOP) {
    const [said, first = "", code = ""] = pattern.exec(resolution) ?? [];
    if (said === undefined) continue;
    const amount = key === "decided" ? formatRupees(paisa(Number(first))) : "";
    return t(`resolutions.${key}`, { state: first, refund: first, code, amount: `\u2068${amount}\u2069` });
  }
  return resolution;
}
