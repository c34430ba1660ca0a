import { useTranslations } from "next-intl";
import { StateMark, type Tone } from "@/components/ui/notice";
import type { OrderState } from "@/lib/orders/model";
import type { OrderView } from "@/lib/orders/schemas";
import { isLive } from "@/lib/payments/model";

const TONES: Record<OrderState, Tone> = {
  pending: "wait",
  confirmed: "good",
  in_progress: "calm",
  shipped: "calm",
  delivered: "good",
  cancelled: "calm",
};

/** An order's state in a word; one whose payment is being checked never looks as if it were simply unpaid. */
export function OrderStateMark({ status, isChecked = false }: { status: OrderState; isChecked?: boolean }) {
  const t = useTranslations("order");
  return <StateMark tone={TONES[status]}>{t(`states.${isChecked ? "checked" : status}`)}</StateMark>;
}

/** How an unpaid order stands with its payments: by cash, being checked at JazzCash, or simply open. */
export function paymentStandOf(order: OrderView): "cash" | "waiting" | "open" | "settled" {
  if (order.payment_status !== "unpaid" || order.status === "cancelled") return "settled";
  const live = order.payments.find((payment) => isLive(payment.status));
  if (live?.payment_method === "cash_on_delivery") return "cash";
  return live?.status === "processing" ? "waiting" : "open";
}
