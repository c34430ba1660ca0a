import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { FileRowLink } from "@/components/reviews/review-about";
import { reviewValues } from "@/components/reviews/review-values";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import type { Zero } from "@/lib/figures/model";
import type { CaseView } from "@/lib/figures/schemas";

type CasesProps = { zero: Zero; cases: readonly CaseView[]; isAll: boolean; now: Date };

/** What one of the four numbers counts: each case with the order, the attempt and the question that it leads to. */
export function Cases({ zero, cases, isAll, now }: CasesProps) {
  const t = useTranslations("adminDashboard");
  const kinds = useTranslations("adminReview.kinds");
  const locale = useLocale();
  return (
    <>
      {!isAll && <p>{t("cases.most", { count: cases.length })}</p>}
      <Table
        label={t(`zero.${zero}`)}
        none={t("cases.none")}
        columns={[
          { key: "order", label: t("cases.order") },
          { key: "payment", label: t("cases.payment") },
          { key: "review", label: t("cases.review") },
          { key: "amount", label: t("cases.amount"), isNumber: true },
          { key: "since", label: t("cases.since") },
        ]}
      >
        {cases.map((one) => (
          <Row key={`${one.payment_id} ${one.review_id}`}>
            <Cell>{one.order_id && <RowLink href={`/admin/orders/${one.order_id}`}>{one.order_number}</RowLink>}</Cell>
            <Cell>
              {one.payment_id && (
                <Link href={`/admin/payments/${one.payment_id}`} prefetch={false} className="link figures">
                  {one.transaction_id}
                </Link>
              )}
            </Cell>
            <Cell>
              {one.review_kind && (
                <div className="min-w-0">
                  <Link href={`/admin/review?id=${one.review_id}`} prefetch={false} className="link">
                    {kinds(`${one.review_kind}.title`)}
                  </Link>
                  <span className="block text-sm sm:min-w-64">
                    {kinds(
                      `${one.review_kind}.what`,
                      reviewValues({ kind: one.review_kind, facts: one.review_facts ?? {} }, locale),
                    )}
                  </span>
                  {one.settlement_row && (
                    <span className="block text-sm">
                      <FileRowLink
                        fileId={one.settlement_row.file_id}
                        name={one.settlement_row.file_name}
                        line={one.settlement_row.line}
                      />
                    </span>
                  )}
                </div>
              )}
            </Cell>
            <Cell isNumber>
              <Money amount={one.amount} />
            </Cell>
            <Cell>
              <When at={one.since} now={now} />
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}
