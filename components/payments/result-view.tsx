import { useTranslations } from "next-intl";
import { GuestNote } from "@/components/orders/guest-note";
import { CheckNow } from "@/components/payments/check-now";
import { declineReason } from "@/components/payments/decline-reason";
import { PayNow } from "@/components/payments/pay-now";
import type { Result } from "@/components/payments/result-of";
import { ResultPoll } from "@/components/payments/result-poll";
import { OtherWays } from "@/components/payments/other-ways";
import { PayAnotherWay } from "@/components/payments/pay-another-way";
import { Voucher } from "@/components/payments/voucher";
import { WalletClock } from "@/components/payments/wallet-clock";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Facts } from "@/components/ui/facts";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { PaymentResult } from "@/lib/payments/queries";

const SIGNS = {
  good: { icon: "check", look: "text-good border-good" },
  wait: { icon: "clock", look: "text-wait border-wait" },
  bad: { icon: "cross", look: "text-bad border-bad" },
  calm: { icon: "info", look: "text-cobalt border-cobalt" },
} as const;

type ResultViewProps = PaymentResult & {
  result: Result;
  isOwner: boolean;
  isGuest: boolean;
  isSignedIn: boolean;
  walletUntil: string | null;
  now: Date;
};

export function ResultView({
  payment,
  order,
  voucher_number,
  result,
  isOwner,
  isGuest,
  isSignedIn,
  walletUntil,
  reach,
  now,
}: ResultViewProps) {
  const t = useTranslations("payment");
  const sign = SIGNS[result.tone];
  const path = `/payments/${payment.transaction_id}`;
  const amount = <Money amount={payment.amount} />;
  const canContinue = isOwner && payment.status === "pending" && payment.payment_method === "jazzcash";
  return (
    <div className="mx-auto grid w-full max-w-xl gap-5">
      <header className="grid justify-items-center gap-3 text-center">
        <span className={`inline-flex size-14 items-center justify-center rounded-full border-2 ${sign.look}`}>
          <Icon name={sign.icon} className="size-8" />
        </span>
        <h1>{t(`titles.${result.title}`)}</h1>
        {isOwner && (
          <div className="grid gap-1 text-balance">
            {result.title === "failed" && <p>{t(`why.${declineReason(payment.response_code)}`)}</p>}
            <p className="font-medium">
              {t.rich(`money.${result.money}`, {
                amount: () => amount,
                refunded: () => <Money amount={payment.refunded_amount} />,
              })}
            </p>
            <p className="text-ink-soft">{t(`next.${result.next}`)}</p>
            {result.isMoving && reach && <p className="text-ink-soft">{t(`tells.${reach}`)}</p>}
          </div>
        )}
      </header>

      {isOwner && voucher_number && result.isMoving && (
        <Voucher number={voucher_number} amount={payment.amount} until={payment.expires_at} now={now} />
      )}

      <div className="grid gap-3">
        {isOwner && walletUntil && <WalletClock until={walletUntil} startsAt={now.toISOString()} />}
        {isOwner && result.canPay && (
          <>
            <PayNow orderId={order.id} amount={amount} />
            <PayAnotherWay orderId={order.id} amount={amount} phone={order.customer_phone} />
          </>
        )}
        {canContinue && (
          <Link href={`${path}/pay`} prefetch={false} className={buttonClass({ size: "large", wide: true })}>
            {t("continue")}
            <span aria-hidden>· {amount}</span>
          </Link>
        )}
        {isOwner && result.isMoving && <CheckNow transactionId={payment.transaction_id} />}
        {isOwner && (
          <Link
            href={`/orders/${order.id}`}
            prefetch={false}
            className={buttonClass({ kind: result.isMoving || result.canPay ? "quiet" : "primary", wide: true })}
          >
            {t("toOrder")}
          </Link>
        )}
        {result.isMoving && (
          <ResultPoll payment={payment} isOwner={isOwner} walletUntil={walletUntil} startsAt={now.toISOString()} />
        )}
      </div>

      <Card title={t("details")}>
        <Facts
          facts={[
            [
              t("order"),
              <span key="order" className="inline-flex flex-wrap items-center justify-end gap-x-3">
                <bdi className="figures">{order.order_number}</bdi>
                <CopyButton text={order.order_number} label={t("copy")} done={t("copied")} />
              </span>,
            ],
            [t("amount"), amount],
            [
              t("reference"),
              <bdi key="reference" className="figures">
                {payment.transaction_id}
              </bdi>,
            ],
            ...(isOwner ? ownFacts() : []),
          ]}
        />
      </Card>
      {isOwner && isGuest && <GuestNote orderNumber={order.order_number} />}
      {!isOwner && <OtherWays path={path} orderNumber={order.order_number} isSignedIn={isSignedIn} />}
    </div>
  );

  function ownFacts() {
    return [
      [t("method"), t(`methods.${payment.payment_method}`)] as const,
      [t("openedAt"), <When key="opened" at={payment.created_at} now={now} />] as const,
      ...(payment.completed_at
        ? [[t("paidAt"), <When key="paid" at={payment.completed_at} now={now} />] as const]
        : []),
      ...(payment.gateway_reference
        ? [
            [
              t("gatewayReference"),
              <bdi key="gateway" className="figures">
                {payment.gateway_reference}
              </bdi>,
            ] as const,
          ]
        : []),
    ];
  }
}
