import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";

type Account = "customer" | "gateway" | "courier" | "bank" | "fee" | "tax_withheld";
type Movement = {
  id: number;
  from: Account;
  to: Account;
  amount: string;
  transaction_id: string;
  created_at: string;
};

/** Each rupee of an order that moved, oldest first. */
export function DeskMoney({ movements, now }: { movements: readonly Movement[]; now: Date }) {
  const t = useTranslations("adminOrders");
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("money")}</h2>
      <Table
        label={t("money")}
        none={t("noMoney")}
        columns={[
          { key: "when", label: t("when") },
          { key: "from", label: t("fromAccount") },
          { key: "to", label: t("toAccount") },
          { key: "amount", label: t("column.total"), isNumber: true },
          { key: "ref", label: t("ref") },
        ]}
      >
        {movements.map((one) => (
          <Row key={one.id}>
            <Cell>
              <When at={one.created_at} now={now} />
            </Cell>
            <Cell>{t(`accounts.${one.from}`)}</Cell>
            <Cell>{t(`accounts.${one.to}`)}</Cell>
            <Cell isNumber>
              <Money amount={one.amount} />
            </Cell>
            <Cell>
              <bdi className="figures">{one.transaction_id}</bdi>
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
