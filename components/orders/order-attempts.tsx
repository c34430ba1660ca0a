import { useTranslations } from "next-intl";
import { declineReason } from "@/components/payments/decline-reason";
import { PAYMENT_TONES } from "@/components/payments/payment-tones";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { PaymentView } from "@/lib/payments/schemas";

type OrderAttemptsProps = {
  payments: readonly PaymentView[];
  hrefOf?: (payment: PaymentView) => string;
  /** The attempt under way has a voucher that the customer can still pay. */
  hasVoucher?: boolean;
  now: Date;
};

const ownHref = ({ transaction_id }: PaymentView): string => `/payments/${transaction_id}`;

/** Each attempt to pay, newest first, with the way to its own page. */
export function OrderAttempts({ payments, hrefOf = ownHref, hasVoucher = false, now }: OrderAttemptsProps) {
  const t = useTranslations("order");
  const words = useTranslations("payment");
  if (payments.length === 0) return null;
  return (
    <Card title={t("payments")}>
      <ul className="grid gap-3">
        {payments.toReversed().map((payment) => {
          const isCashDue = payment.payment_method === "cash_on_delivery" && payment.status === "pending";
          const isOfVoucher = hasVoucher && payment.status === "processing";
          return (
            <li key={payment.id} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{words(`methods.${payment.payment_method}`)}</span>
                <Money amount={payment.amount} />
              </div>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-[0.9375rem]">
                <StateMark tone={PAYMENT_TONES[payment.status]}>
                  {t(`attempts.${isCashDue ? "cash" : isOfVoucher ? "voucher" : payment.status}`)}
                </StateMark>
                <span className="text-ink-soft">
                  <When at={payment.created_at} now={now} />
                </span>
              </div>
              {payment.status === "failed" && (
                <p className="text-[0.9375rem]">{words(`why.${declineReason(payment.response_code)}`)}</p>
              )}
              <Link
                href={hrefOf(payment)}
                prefetch={false}
                className="link figures justify-self-start text-[0.9375rem]"
              >
                {payment.transaction_id}
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
