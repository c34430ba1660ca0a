import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { attemptState } from "@/components/payments/attempt-state";
import { PAYMENT_TONES } from "@/components/payments/payment-tones";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { SearchedPaymentView } from "@/lib/payments/schemas";

/** Attempts to pay, one a row. */
export async function PaymentTable({ payments, now }: { payments: readonly SearchedPaymentView[]; now: Date }) {
  const [t, words, states] = await Promise.all([
    getTranslations("adminPayments"),
    getTranslations("payment.methods"),
    getTranslations("order.attempts"),
  ]);
  const columns = [
    { key: "reference", label: t("reference") },
    { key: "order", label: t("order") },
    { key: "method", label: t("method") },
    { key: "amount", label: t("amount"), isNumber: true },
    { key: "status", label: t("status") },
    { key: "code", label: t("code") },
    { key: "started", label: t("started") },
  ];
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {payments.map((payment) => (
        <Row key={payment.id}>
          <Cell>
            <RowLink href={`/admin/payments/${payment.id}`}>
              <bdi className="figures">{payment.transaction_id}</bdi>
            </RowLink>
          </Cell>
          <Cell>
            <Link href={`/admin/orders/${payment.order_id}`} prefetch={false} className="link figures">
              {payment.order_number}
            </Link>
          </Cell>
          <Cell>{words(payment.payment_method)}</Cell>
          <Cell isNumber>
            <Money amount={payment.amount} />
          </Cell>
          <Cell>
            <StateMark tone={PAYMENT_TONES[payment.status]}>{states(attemptState(payment, now))}</StateMark>
            {payment.is_surplus && <span className="block text-sm text-bad">{t("surplus")}</span>}
            {payment.give_back_wanted_at && (
              <span className="block text-sm text-ink-soft">{t("giveBacks.wanted")}</span>
            )}
          </Cell>
          <Cell>
            <bdi className="figures">{payment.response_code ?? ""}</bdi>
          </Cell>
          <Cell>
            <When at={payment.created_at} now={now} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
