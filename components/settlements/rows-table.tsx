import { getLocale, getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { dayWords, reviewValues } from "@/components/reviews/review-values";
import { Money } from "@/components/ui/money";
import { StateMark, type Tone } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import type { SettlementOutcome } from "@/lib/settlements/model";
import type { SettlementRowView } from "@/lib/settlements/schemas";

const TONES: Record<SettlementOutcome, Tone> = {
  settled: "good",
  given_back: "good",
  charged: "good",
  repeated: "calm",
  missing_here: "bad",
  differing: "bad",
};

/** A file's rows as they stand in it, with what each turned out to be. */
export async function RowsTable({ rows }: { rows: readonly SettlementRowView[] }) {
  const [t, locale] = await Promise.all([getTranslations("adminSettlements"), getLocale()]);
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
              <Money amount={row[key]} />
            </Cell>
          ))}
          <Cell>
            <span className="whitespace-nowrap">{dayWords(locale, row.settled_on)}</span>
          </Cell>
          <Cell>
            <div className="min-w-0">
              <StateMark tone={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StateMark>
              <Why row={row} locale={locale} />
            </div>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Why a row does not fit and by how much, with the question that is asked about it. */
async function Why({ row: { outcome, facts, review_id }, locale }: { row: SettlementRowView; locale: string }) {
  if (facts === null || (outcome !== "differing" && outcome !== "missing_here")) return null;
  const t = await getTranslations("adminSettlements");
  return (
    <span className="block text-sm sm:min-w-48">
      {t("why", reviewValues({ kind: "settlement_differs", facts }, locale))}{" "}
      <Link href={`/admin/review?id=${review_id}`} prefetch={false} className="link">
        {t("question")}
      </Link>
    </span>
  );
}
