import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { attemptState } from "@/components/payments/attempt-state";
import { PAYMENT_TONES } from "@/components/payments/payment-tones";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { SearchedPaymentView } from "@/lib/payments/schemas";

type PaymentFactsProps = { payment: SearchedPaymentView; left: string; now: Date };

/** How an attempt stands: its money, its order, its voucher and its times. */
export async function PaymentFacts({ payment, left, now }: PaymentFactsProps) {
  const [t, words, states] = await Promise.all([
    getTranslations("adminPayments"),
    getTranslations("payment.methods"),
    getTranslations("order.attempts"),
  ]);
  const when = (at: string | null) => (at ? <When at={at} now={now} /> : t("never"));
  const facts: (readonly [string, ReactNode] | false)[] = [
    [
      t("status"),
      <StateMark key="s" tone={PAYMENT_TONES[payment.status]}>
        {states(attemptState(payment, now))}
      </StateMark>,
    ],
    payment.is_surplus && [
      t("only"),
      <span key="x" className="text-bad">
        {t("surplus")}
      </span>,
    ],
    [t("amount"), <Money key="a" amount={payment.amount} />],
    [t("givenBack"), <Money key="g" amount={payment.refunded_amount} />],
    [t("left"), <Money key="l" amount={left} />],
    [
      t("order"),
      <Link key="o" href={`/admin/orders/${payment.order_id}`} prefetch={false} className="link figures">
        {payment.order_number}
      </Link>,
    ],
    [t("method"), words(payment.payment_method)],
    [
      t("gatewayReference"),
      <bdi key="r" className="figures">
        {payment.gateway_reference ?? "–"}
      </bdi>,
    ],
    [
      t("code"),
      <bdi key="c">{[payment.response_code, payment.response_message].filter(Boolean).join(" · ") || "–"}</bdi>,
    ],
    payment.voucher_number !== null && [t("voucher"), <Voucher key="v" payment={payment} now={now} />],
    [t("started"), when(payment.created_at)],
    payment.expires_at !== null && payment.completed_at === null && [t("expires"), when(payment.expires_at)],
    payment.completed_at !== null && [t("completed"), when(payment.completed_at)],
    payment.payment_method !== "cash_on_delivery" && [t("lastInquired"), when(payment.last_inquired_at)],
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

/** A voucher's number, and whether it can still be paid. */
async function Voucher({ payment, now }: { payment: SearchedPaymentView; now: Date }) {
  const t = await getTranslations("adminPayments");
  const end = payment.expires_at;
  const isOver = end !== null && Date.parse(end) <= now.getTime();
  const stand = payment.completed_at ? "paid" : isOver ? "over" : "open";
  return (
    <>
      <bdi className="figures">{payment.voucher_number}</bdi>
      <span className="block text-[0.9375rem] font-normal text-ink-soft">
        {t(`voucherStands.${stand}`)} {stand === "paid" || !end ? null : <When at={end} now={now} />}
      </span>
    </>
  );
}
