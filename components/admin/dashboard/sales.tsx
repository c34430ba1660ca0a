import { useLocale, useTranslations } from "next-intl";
import { Charted } from "@/components/admin/dashboard/charted";
import { dayWords } from "@/components/admin/dashboard/day-words";
import { Cell, Row, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import type { DashboardView, DayView } from "@/lib/figures/schemas";
import { PAYMENT_METHODS } from "@/lib/payments/model";
import { addPaisa, formatAmount, readAmount, ZERO } from "@/lib/shared/money";

const paisaOf = (amount: string) => readAmount(amount) ?? ZERO;
const sumOf = (days: readonly DayView[], amount: (day: DayView) => string) =>
  formatAmount(addPaisa(...days.map((day) => paisaOf(amount(day)))));

/** What was ordered, what came in by each method and what went back, day by day. */
export function Sales({ days, isRtl }: Pick<DashboardView, "days"> & { isRtl: boolean }) {
  const t = useTranslations("adminDashboard");
  const methods = useTranslations("payment.methods");
  const locale = useLocale();
  const isEmpty = days.every((day) => day.orders === 0 && /^[0.]+$/.test(day.received_in_all + day.given_back));
  const points = days.map((day) => ({
    name: dayWords(locale, day.day),
    ...Object.fromEntries(PAYMENT_METHODS.map((method) => [method, paisaOf(day.received[method])])),
  }));
  const series = PAYMENT_METHODS.map((key) => ({ key, label: methods(key) }));
  const amounts = [
    { key: "sales", label: t("figure.sales"), of: (day: DayView) => day.sales },
    ...series.map(({ key, label }) => ({ key, label, of: (day: DayView) => day.received[key] })),
    { key: "received", label: t("figure.received"), of: (day: DayView) => day.received_in_all },
    { key: "back", label: t("figure.givenBack"), of: (day: DayView) => day.given_back },
  ];
  const cells = (name: string, one: readonly DayView[]) => (
    <Row key={name}>
      <Cell>
        <span className="whitespace-nowrap">{name}</span>
      </Cell>
      <Cell isNumber>{one.reduce((sum, { orders }) => sum + orders, 0)}</Cell>
      {amounts.map(({ key, of }) => (
        <Cell key={key} isNumber>
          <Money amount={sumOf(one, of)} />
        </Cell>
      ))}
    </Row>
  );
  return (
    <Charted
      title={t("sales.title")}
      says={t("sales.says")}
      chart={t("sales.chart")}
      bars={isEmpty ? null : { points, series, unit: "rupees", isRtl }}
    >
      <Table
        label={t("sales.title")}
        none={t("sales.none")}
        columns={[
          { key: "day", label: t("figure.day") },
          { key: "orders", label: t("figure.orders"), isNumber: true },
          ...amounts.map(({ key, label }) => ({ key, label, isNumber: true })),
        ]}
      >
        {isEmpty
          ? []
          : [
              ...(days.length > 1 ? [cells(t("sales.all"), days)] : []),
              ...days.toReversed().map((day) => cells(dayWords(locale, day.day), [day])),
            ]}
      </Table>
    </Charted>
  );
}
