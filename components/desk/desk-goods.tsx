import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Totals } from "@/components/checkout/totals";
import { itemName } from "@/components/orders/item-name";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { OrderView } from "@/lib/orders/schemas";

const PICTURE = 44;

type DeskGoodsProps = { order: OrderView; pictures: Record<string, string | null> };

/** What is to be packed, by item code, and what of it came back. */
export function DeskGoods({ order, pictures }: DeskGoodsProps) {
  const t = useTranslations("adminOrders");
  const locale = useLocale();
  return (
    <Card title={t("goods")}>
      <ul className="grid gap-2">
        {order.items.map((item) => (
          <li key={item.id} className="flex items-center gap-3">
            <div className="w-11 shrink-0">
              <ProductPicture src={pictures[item.product_item_code] ?? null} size={PICTURE} />
            </div>
            <span className="grid min-w-0 flex-1">
              <span>
                <bdi className="figures text-ink-soft">{item.product_item_code}</bdi> {itemName(item, locale)}
              </span>
              <span className="text-[0.9375rem] text-ink-soft">
                {item.quantity} × <Money amount={item.unit_price} />
                {item.returned > 0 && <> · {t("returnedPieces", { count: item.returned })}</>}
              </span>
            </span>
            <Money amount={item.subtotal} />
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-3">
        <Totals totals={order} />
      </div>
    </Card>
  );
}
