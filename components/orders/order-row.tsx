import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { itemName } from "@/components/orders/item-name";
import { OrderStateMark, paymentStandOf } from "@/components/orders/order-state";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";

const SHOWN = 3;
const PICTURE = 64;

type OrderRowProps = { order: OrderView; pictures: Record<string, string | null>; now: Date };

/** One order of the list: how it stands, what it is, and the way to its page. */
export function OrderRow({ order, pictures, now }: OrderRowProps) {
  const t = useTranslations("orders");
  const locale = useLocale();
  const shown = order.items.slice(0, SHOWN);
  const more = order.items.length - shown.length;
  return (
    <li className="card relative grid gap-3 p-4 has-[a:hover]:border-cobalt sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <OrderStateMark status={order.status} isChecked={paymentStandOf(order) === "waiting"} />
        <span className="text-[0.9375rem] text-ink-soft">
          <When at={order.created_at} now={now} />
        </span>
      </div>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 sm:gap-y-1">
        <div className="flex gap-2 sm:row-span-2">
          {shown.map((item, at) => (
            <div key={item.id} className={`w-14 sm:w-16 ${at > 0 ? "max-sm:hidden" : ""}`}>
              <ProductPicture src={pictures[item.product_item_code] ?? null} size={PICTURE} />
            </div>
          ))}
        </div>
        <p className="sm:self-end">
          {shown.map((item) => itemName(item, locale)).join(locale === "ur" ? "، " : ", ")}
          {more > 0 && <span className="text-ink-soft"> {t("more", { count: more })}</span>}
        </p>
        <div className="col-span-2 flex flex-wrap items-baseline justify-between gap-x-4 sm:col-span-1 sm:col-start-2 sm:self-start">
          <Link
            href={`/orders/${order.id}`}
            prefetch={false}
            className="figures text-[0.9375rem] text-ink-soft after:absolute after:inset-0 after:rounded-soft hover:underline"
          >
            {order.order_number}
          </Link>
          <Money amount={order.total_amount} className="font-semibold" />
        </div>
      </div>
    </li>
  );
}
