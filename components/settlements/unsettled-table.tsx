import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { UnsettledView } from "@/lib/settlements/schemas";

/** What was paid and is in no file, the oldest first. */
export async function UnsettledTable({ rows, now }: { rows: readonly UnsettledView[]; now: Date }) {
  const [t, cash] = await Promise.all([getTranslations("adminSettlements"), getTranslations("adminCash")]);
  const columns = [
    { key: "reference", label: t("fields.reference") },
    { key: "order", label: t("order") },
    { key: "amount", label: cash("amount"), isNumber: true },
    { key: "paid", label: t("paid") },
    { key: "age", label: cash("age"), isNumber: true },
  ];
  return (
    <Table label={t("unsettled")} columns={columns} none={t("noneUnsettled")}>
      {rows.map((row) => (
        <Row key={row.payment_id}>
          <Cell>
            <RowLink href={`/admin/payments/${row.payment_id}`}>
              <bdi className="figures">{row.transaction_id}</bdi>
            </RowLink>
          </Cell>
          <Cell>
            <Link href={`/admin/orders/${row.order_id}`} prefetch={false} className="link figures">
              {row.order_number}
            </Link>
          </Cell>
          <Cell isNumber>
            <Money amount={row.amount} />
          </Cell>
          <Cell>
            <When at={row.completed_at} now={now} />
          </Cell>
          <Cell isNumber>{cash("days", { days: row.days })}</Cell>
        </Row>
      ))}
    </Table>
  );
}
