import { useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import type { FullPersonView } from "@/lib/people/schemas";

type PersonPastProps = { person: FullPersonView; now: Date };

/** What somebody ordered and paid, the last first. */
export function PersonPast({ person, now }: PersonPastProps) {
  const t = useTranslations("adminPeople");
  const order = useTranslations("order");
  const methods = useTranslations("payment.methods");
  const amount = { key: "amount", label: t("amount"), isNumber: true };
  const when = { key: "when", label: t("when") };
  return (
    <>
      <section className="grid gap-3">
        <h2 className="text-lg">{t("lastOrders")}</h2>
        <Table
          label={t("lastOrders")}
          none={t("noOrders")}
          columns={[
            { key: "number", label: t("number") },
            { key: "status", label: t("status") },
            { key: "payment", label: t("paymentStatus") },
            amount,
            when,
          ]}
        >
          {person.last_orders.map((each) => (
            <Row key={each.id}>
              <Cell>
                <RowLink href={`/admin/orders/${each.id}`}>
                  <bdi>{each.order_number}</bdi>
                </RowLink>
              </Cell>
              <Cell>{order(`states.${each.status}`)}</Cell>
              <Cell>{order(`paymentStates.${each.payment_status}`)}</Cell>
              <Cell isNumber>
                <Money amount={each.total_amount} />
              </Cell>
              <Cell>
                <When at={each.created_at} now={now} />
              </Cell>
            </Row>
          ))}
        </Table>
      </section>
      <section className="grid gap-3">
        <h2 className="text-lg">{t("lastPayments")}</h2>
        <Table
          label={t("lastPayments")}
          none={t("noPayments")}
          columns={[
            { key: "reference", label: t("reference") },
            { key: "method", label: t("method") },
            { key: "status", label: t("status") },
            amount,
            when,
          ]}
        >
          {person.last_payments.map((each) => (
            <Row key={each.id}>
              <Cell>
                <RowLink href={`/admin/payments/${each.id}`}>
                  <bdi>{each.transaction_id}</bdi>
                </RowLink>
              </Cell>
              <Cell>{methods(each.payment_method)}</Cell>
              <Cell>{order(`attempts.${each.status}`)}</Cell>
              <Cell isNumber>
                <Money amount={each.amount} />
              </Cell>
              <Cell>
                <When at={each.created_at} now={now} />
              </Cell>
            </Row>
          ))}
        </Table>
      </section>
    </>
  );
}
