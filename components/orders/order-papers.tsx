import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/navigation";

type OrderPapersProps = { orderId: number; orderNumber: string; isPaid: boolean; trackUrl: string };

/** What one keeps of an order or sends to somebody: its receipt, and how to follow it, with nothing of whose it is. */
export function OrderPapers({ orderId, orderNumber, isPaid, trackUrl }: OrderPapersProps) {
  const t = useTranslations("order");
  const shop = useTranslations("shop");
  const words = t("shareText", { number: orderNumber, shop: shop("name"), link: trackUrl });
  return (
    <section aria-label={t("papers")} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
      <Link href={`/orders/${orderId}/receipt`} prefetch={false} className={buttonClass({ kind: "quiet", wide: true })}>
        <Icon name="printer" />
        {t(isPaid ? "receipt" : "slip")}
      </Link>
      <a
        href={`https://wa.me/?text=${encodeURIComponent(words)}`}
        target="_blank"
        rel="noreferrer"
        className={buttonClass({ kind: "quiet", wide: true })}
      >
        <Icon name="share" />
        {t("share")}
      </a>
    </section>
  );
}
