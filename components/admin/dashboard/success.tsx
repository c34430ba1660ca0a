import { useTranslations } from "next-intl";
import { Charted } from "@/components/admin/dashboard/charted";
import { percent } from "@/components/admin/dashboard/percent";
import { Cell, Row, Table } from "@/components/admin/table";
import type { DashboardView } from "@/lib/figures/schemas";

/** How many of the attempts that came to an end were paid, by method. */
export function Success({ methods, isRtl }: Pick<DashboardView, "methods"> & { isRtl: boolean }) {
  const t = useTranslations("adminDashboard");
  const words = useTranslations("payment.methods");
  const tried = methods.filter(({ attempts }) => attempts > 0);
  const points = tried.map((one) => ({
    name: t(`success.short.${one.payment_method}`),
    rate: one.success_rate === null ? null : Math.round(one.success_rate * 100),
  }));
  return (
    <Charted
      title={t("success.title")}
      says={t("success.says")}
      chart={t("success.chart")}
      bars={
        tried.length === 0
          ? null
          : { points, series: [{ key: "rate", label: t("figure.rate") }], unit: "percent", isRtl }
      }
    >
      <Table
        label={t("success.title")}
        none={t("success.none")}
        columns={[
          { key: "method", label: t("figure.method") },
          { key: "attempts", label: t("figure.attempts"), isNumber: true },
          { key: "paid", label: t("figure.paid"), isNumber: true },
          { key: "open", label: t("figure.open"), isNumber: true },
          { key: "rate", label: t("figure.rate"), isNumber: true },
        ]}
      >
        {tried.map((one) => (
          <Row key={one.payment_method}>
            <Cell>{words(one.payment_method)}</Cell>
            <Cell isNumber>{one.attempts}</Cell>
            <Cell isNumber>{one.paid}</Cell>
            <Cell isNumber>{one.open}</Cell>
            <Cell isNumber>{percent(one.success_rate)}</Cell>
          </Row>
        ))}
      </Table>
    </Charted>
  );
}
