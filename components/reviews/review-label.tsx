import { useLocale, useTranslations } from "next-intl";
import { reviewValues } from "@/components/reviews/review-values";
import type { ReviewView } from "@/lib/reviews/schemas";

/** An item in a line: what it is about, by how much, and where a file says so. */
export function ReviewLabel({ review }: { review: ReviewView }) {
  const t = useTranslations("adminReview");
  const { said, amount } = reviewValues(review, useLocale());
  const { settlement_row: row } = review;
  return (
    <>
      <bdi className="figures">{review.order_number ?? String(review.facts.reference ?? review.transaction_id)}</bdi>
      {" · "}
      <bdi className="figures">{row ? said : amount}</bdi>
      {row && <> · {t.rich("fileRow", { name: () => <bdi>{row.file_name}</bdi>, line: row.line })}</>}
    </>
  );
}
