import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Money } from "@/components/ui/money";
import { dayWords } from "@/components/admin/dashboard/day-words";
import type { DashboardView } from "@/lib/figures/schemas";

/** What the shop has had in all, and today beside the same day a week ago. */
export function ShopNumbers({ figures }: { figures: Pick<DashboardView, "shop" | "today" | "a_week_ago"> }) {
  const t = useTranslations("adminDashboard");
  const locale = useLocale();
  const { shop, today, a_week_ago: ago } = figures;
  const rows = [
    ["orders", today.orders, ago.orders],
    ["sales", <Money key="t" amount={today.sales} />, <Money key="a" amount={ago.sales} />],
    ["received", <Money key="t" amount={today.received_in_all} />, <Money key="a" amount={ago.received_in_all} />],
    ["givenBack", <Money key="t" amount={today.given_back} />, <Money key="a" amount={ago.given_back} />],
  ] as const;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t("shop.title")}>
        <Facts
          facts={[
            [t("shop.total"), shop.total_orders],
            [t("shop.pending"), shop.pending_orders],
            [t("shop.delivered"), shop.completed_orders],
            [t("shop.spent"), <Money key="spent" amount={shop.total_spent} />],
            [t("shop.owed"), <Money key="owed" amount={shop.unpaid_amount} />],
          ]}
        />
      </Card>
      <Card title={t("week.title")}>
        <Table
          label={t("week.title")}
          none=""
          columns={[
            { key: "figure", label: t("week.figure") },
            { key: "today", label: t("week.today"), isNumber: true },
            { key: "ago", label: t("week.ago", { date: dayWords(locale, ago.day) }), isNumber: true },
          ]}
        >
          {rows.map(([name, now, then]) => (
            <Row key={name}>
              <Cell>{t(`figure.${name}`)}</Cell>
              <Cell isNumber>{now}</Cell>
              <Cell isNumber>{then}</Cell>
            </Row>
          ))}
        </Table>
      </Card>
    </div>
  );
}
