import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import type { ReviewView } from "@/lib/reviews/schemas";

/** Where an item leads: to its payment, its order, and the row of the settlement file that it is about. */
export function ReviewAbout({ review }: { review: ReviewView }) {
  const t = useTranslations("adminReview");
  const { payment_id, order_id, settlement_row: row } = review;
  return (
    <p className="flex flex-wrap gap-x-4 text-[0.9375rem]">
      {payment_id !== null && (
        <Link href={`/admin/payments/${payment_id}`} prefetch={false} data-row className="link">
          {t.rich("payment", { reference: () => <bdi className="figures">{review.transaction_id}</bdi> })}
        </Link>
      )}
      {order_id !== null && (
        <Link href={`/admin/orders/${order_id}`} prefetch={false} className="link">
          {t.rich("order", { number: () => <bdi className="figures">{review.order_number}</bdi> })}
        </Link>
      )}
      {row && <FileRowLink fileId={row.file_id} name={row.file_name} line={row.line} />}
    </p>
  );
}

/** A row of a settlement file, as it stands there. */
export function FileRowLink({ fileId, name, line }: { fileId: number; name: string; line: number }) {
  const t = useTranslations("adminReview");
  return (
    <Link href={`/admin/settlements/${fileId}?line=${line}`} prefetch={false} className="link">
      {t.rich("fileRow", { name: () => <bdi>{name}</bdi>, line })}
    </Link>
  );
}
