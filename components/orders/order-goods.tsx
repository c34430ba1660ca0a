import { useTranslations } from "next-intl";
import { Totals } from "@/components/checkout/totals";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";

/** What was bought, at the price it was bought for. */
export function OrderGoods({ order }: { order: OrderView }) {
  const t = useTranslations("order");
  return (
    <Card title={t("items")}>
      <ul className="grid gap-3">
        {order.items.map((item) => (
          <li key={item.id} className="flex items-baseline justify-between gap-4">
            <span className="grid">
              <Link
                href={`/products/${encodeURIComponent(item.product_item_code)}`}
                prefetch={false}
                className="font-medium hover:underline"
              >
                {item.product_name}
              </Link>
              <span className="text-[0.9375rem] text-ink-soft">
                {item.quantity} × <Money amount={item.unit_price} />
              </span>
            </span>
            <Money amount={item.subtotal} />
          </li>
        ))}
      </ul>
      <Totals totals={order} />
    </Card>
  );
}
