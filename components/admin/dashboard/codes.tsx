import { useTranslations } from "next-intl";
import { Charted } from "@/components/admin/dashboard/charted";
import { percent } from "@/components/admin/dashboard/percent";
import { Cell, Row, Table } from "@/components/admin/table";
import { declineReason } from "@/components/payments/decline-reason";
import type { DashboardView } from "@/lib/figures/schemas";

const MOST_BARS = 12;

/** What JazzCash last said of the attempts, in its codes and in words. */
export function Codes({ codes, isRtl }: Pick<DashboardView, "codes"> & { isRtl: boolean }) {
  const t = useTranslations("adminDashboard");
  const why = useTranslations("payment.why");
  const nameOf = (code: string) => code || t("codes.noCode");
  const wordsOf = ({ code, meaning }: (typeof codes)[number]) => {
    if (code === "") return t("codes.meanings.silent");
    return meaning === "declined" ? why(declineReason(code)) : t(`codes.meanings.${meaning}`);
  };
  const points = codes.slice(0, MOST_BARS).map(({ code, attempts }) => ({ name: nameOf(code), attempts }));
  const series = [{ key: "attempts", label: t("figure.attempts") }];
  return (
    <Charted
      title={t("codes.title")}
      says={t("codes.says")}
      chart={t("codes.chart")}
      bars={codes.length === 0 ? null : { points, series, unit: "count", isRtl }}
    >
      <Table
        label={t("codes.title")}
        none={t("success.none")}
        columns={[
          { key: "code", label: t("figure.code") },
          { key: "meaning", label: t("figure.meaning") },
          { key: "attempts", label: t("figure.attempts"), isNumber: true },
          { key: "paid", label: t("figure.paid"), isNumber: true },
          { key: "rate", label: t("figure.rate"), isNumber: true },
        ]}
      >
        {codes.map((one) => (
          <Row key={one.code}>
            <Cell>
              <bdi className="figures">{nameOf(one.code)}</bdi>
            </Cell>
            <Cell>
              <span className="block min-w-48">{wordsOf(one)}</span>
            </Cell>
            <Cell isNumber>{one.attempts}</Cell>
            <Cell isNumber>{one.paid}</Cell>
            <Cell isNumber>{percent(one.success_rate)}</Cell>
          </Row>
        ))}
      </Table>
    </Charted>
  );
}
