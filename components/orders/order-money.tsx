import { useTranslations } from "next-intl";
import { paymentStandOf } from "@/components/orders/order-state";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import type { OrderView } from "@/lib/orders/schemas";

function nextOf(order: OrderView) {
  const isCancelled = order.status === "cancelled";
  if (isCancelled && (order.payment_status === "paid" || order.payment_status === "partially_refunded")) {
    return "owed_back";
  }
  if (order.payment_status === "refunded" && !isCancelled && order.status !== "delivered") return "refunded";
  if (paymentStandOf(order) === "waiting") return "waiting";
  return order.status === "pending" ? "pay" : order.status;
}

/** First what happened to the money, then what happens next. */
export function OrderMoney({ order, payBy, now }: { order: OrderView; payBy: string; now: Date }) {
  const t = useTranslations("order");
  const stand = paymentStandOf(order);
  const money =
    order.payment_status !== "unpaid"
      ? order.payment_status
      : order.status === "cancelled"
        ? "cancelled"
        : stand === "open" || stand === "settled"
          ? "unpaid"
          : stand;
  const next = nextOf(order);
  const amount = order.payment_status === "unpaid" ? order.total_amount : order.paid_amount;
  return (
    <div className="grid gap-1">
      <p className="text-lg font-medium">
        {t.rich(`money.${money}`, {
          amount: () => <Money amount={amount} className="font-bold" />,
          refunded: () => <Money amount={order.refunded_amount} className="font-bold" />,
        })}
      </p>
      <p className="text-ink-soft">{t.rich(`next.${next}`, { by: () => <When at={payBy} now={now} /> })}</p>
    </div>
  );
}
