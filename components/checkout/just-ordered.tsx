import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";

/** Whoever goes back to the checkout after an order finds the cart empty, and here why. */
export function JustOrdered({ order }: { order: OrderView }) {
  const t = useTranslations("orderForms");
  return (
    <Notice tone="good" role="status">
      <p>{t.rich("justOrdered", { number: () => <bdi className="figures">{order.order_number}</bdi> })}</p>
      <Link href={`/orders/${order.id}`} prefetch={false} className="link">
        {t("seeOrder")}
      </Link>
    </Notice>
  );
}
