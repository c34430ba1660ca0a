import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { StateMark, type Tone } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { SettlementOutcome } from "@/lib/settlements/model";
import type { SettlementRowView } from "@/lib/settlements/schemas";

const TONES: Record<SettlementOutcome, Tone> = {
  settled: "good",
  given_back: "good",
  repeated: "calm",
  missing_here: "bad",
  differing: "bad",
};

/** A file's rows as they stand in it, with what each turned out to be. */
export async function RowsTable({ rows }: { rows: readonly SettlementRowView[] }) {
  const t = await getTranslations("adminSettlements");
  const columns = [
    { key: "line", label: t("line"), isNumber: true },
    { key: "reference", label: t("fields.reference") },
    { key: "order", label: t("order") },
    ...(["gross", "fee", "tax", "net"] as const).map((key) => ({ key, label: t(`fields.${key}`), isNumber: true })),
    { key: "date", label: t("fields.date") },
    { key: "outcome", label: t("stand") },
  ];
  return (
    <Table label={t("rowsOf")} columns={columns} none={t("noRows")}>
      {rows.map((row) => (
        <Row key={row.id}>
          <Cell isNumber>{row.line}</Cell>
          <Cell>
            {row.payment_id === null ? (
              <bdi className="figures">{row.reference}</bdi>
            ) : (
              <RowLink href={`/admin/payments/${row.payment_id}`}>
                <bdi className="figures">{row.reference}</bdi>
              </RowLink>
            )}
          </Cell>
          <Cell>
            {row.order_id !== null && (
              <Link href={`/admin/orders/${row.order_id}`} prefetch={false} className="link figures">
                {row.order_number}
              </Link>
            )}
          </Cell>
          {(["gross", "fee", "tax", "net"] as const).map((key) => (
            <Cell key={key} isNumber>
              <SignedMoney amount={row[key]} />
            </Cell>
          ))}
          <Cell>
            <bdi className="figures">{row.settled_on}</bdi>
          </Cell>
          <Cell>
            <StateMark tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StateMark>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Money that may be below nothing. */
export const SignedMoney = ({ amount }: { amount: string }) =>
  amount.startsWith("-") ? (
    <bdi>
      −<Money amount={amount.slice(1)} />
    </bdi>
  ) : (
    <Money amount={amount} />
  );
