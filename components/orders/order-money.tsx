import { useTranslations } from "next-intl";
import { paymentStandOf } from "@/components/orders/order-state";
import { Money } from "@/components/ui/money";
import { Notice, type Tone } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import type { OrderView } from "@/lib/orders/schemas";
import { isLive } from "@/lib/payments/model";
import type { ToldRefund } from "@/lib/refunds/list-refunds";

type OrderMoneyProps = { order: OrderView; refunds: readonly ToldRefund[]; payBy: string; now: Date };

function moneyOf(order: OrderView) {
  if (order.payment_status !== "unpaid") return order.payment_status;
  if (order.status === "cancelled") return "cancelled";
  const stand = paymentStandOf(order);
  return stand === "cash" || stand === "waiting" ? stand : "unpaid";
}

function nextOf({ order, refunds, now }: Omit<OrderMoneyProps, "payBy">, knownBy: string | null) {
  const isCancelled = order.status === "cancelled";
  if (refunds.some((refund) => refund.status === "processing")) return "refund_sent";
  if (isCancelled && (order.payment_status === "paid" || order.payment_status === "partially_refunded")) {
    return "owed_back";
  }
  if (order.payment_status === "refunded" && order.status !== "delivered") return "refunded";
  if (paymentStandOf(order) === "waiting")
    return knownBy && Date.parse(knownBy) > now.getTime() ? "waiting" : "waitingLong";
  return order.status === "pending" ? "pay" : order.status;
}

const TONES: Record<ReturnType<typeof moneyOf>, Tone> = {
  unpaid: "wait",
  waiting: "wait",
  cash: "calm",
  paid: "good",
  partially_refunded: "calm",
  refunded: "calm",
  cancelled: "calm",
};

/** First what happened to the money, then what happens next, and by when. */
export function OrderMoney({ order, refunds, payBy, now }: OrderMoneyProps) {
  const t = useTranslations("order");
  const knownBy = order.payments.find((payment) => isLive(payment.status))?.expires_at ?? null;
  const money = moneyOf(order);
  const next = nextOf({ order, refunds, now }, knownBy);
  const amount = order.payment_status === "unpaid" ? order.total_amount : order.paid_amount;
  return (
    <Notice tone={TONES[money]}>
      <p className="text-lg font-semibold">
        {t.rich(`money.${money}`, {
          amount: () => <Money amount={amount} className="font-bold" />,
          refunded: () => <Money amount={order.refunded_amount} className="font-bold" />,
        })}
      </p>
      <p>{t.rich(`next.${next}`, { by: () => <When at={(next === "waiting" && knownBy) || payBy} now={now} /> })}</p>
    </Notice>
  );
}
