import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Totals } from "@/components/checkout/totals";
import { itemName } from "@/components/orders/item-name";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";

type OrderGoodsProps = { order: OrderView; pictures: Record<string, string | null> };

/** What was bought, at the price it was bought for. */
export function OrderGoods({ order, pictures }: OrderGoodsProps) {
  const t = useTranslations("order");
  const locale = useLocale();
  return (
    <Card title={t("items")}>
      <ul className="grid gap-4">
        {order.items.map((item) => (
          <li key={item.id} className="flex items-center gap-4">
            <div className="w-14 shrink-0">
              <ProductPicture src={pictures[item.product_item_code] ?? null} size={56} />
            </div>
            <span className="grid min-w-0 flex-1">
              <Link
                href={`/products/${encodeURIComponent(item.product_item_code)}`}
                prefetch={false}
                className="font-medium hover:underline"
              >
                {itemName(item, locale)}
              </Link>
              <span className="text-[0.9375rem] text-ink-soft">
                {item.quantity} × <Money amount={item.unit_price} />
                {item.returned > 0 && <> · {t("cameBack", { count: item.returned })}</>}
              </span>
            </span>
            <Money amount={item.subtotal} />
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-4">
        <Totals totals={order} />
      </div>
    </Card>
  );
}
