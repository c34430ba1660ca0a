import { useTranslations } from "next-intl";
import { Charted } from "@/components/admin/dashboard/charted";
import { percent } from "@/components/admin/dashboard/percent";
import { Cell, Row, Table } from "@/components/admin/table";
import type { DashboardView } from "@/lib/figures/schemas";

const STEPS = ["carts", "ordered", "paid"] as const;

/** How many of the carts that are filled become orders, and how many of the same are paid. */
export function Funnel({ funnel, isRtl }: Pick<DashboardView, "funnel"> & { isRtl: boolean }) {
  const t = useTranslations("adminDashboard");
  const points = STEPS.map((step) => ({ name: t(`funnel.short.${step}`), count: funnel[step] }));
  return (
    <Charted
      title={t("funnel.title")}
      says={t("funnel.says")}
      chart={t("funnel.chart")}
      bars={{ points, series: [{ key: "count", label: t("figure.count") }], unit: "count", isRtl }}
    >
      <Table
        label={t("funnel.title")}
        none=""
        columns={[
          { key: "step", label: t("figure.step") },
          { key: "count", label: t("figure.count"), isNumber: true },
          { key: "part", label: t("figure.ofFirst"), isNumber: true },
        ]}
      >
        {STEPS.map((step) => (
          <Row key={step}>
            <Cell>{t(`funnel.${step}`)}</Cell>
            <Cell isNumber>{funnel[step]}</Cell>
            <Cell isNumber>{percent(funnel.carts === 0 ? null : funnel[step] / funnel.carts)}</Cell>
          </Row>
        ))}
      </Table>
    </Charted>
  );
}
