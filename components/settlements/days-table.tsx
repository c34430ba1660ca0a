import { getLocale, getTranslations } from "next-intl/server";
import { Cell, Row, Table } from "@/components/admin/table";
import { dayWords } from "@/components/reviews/review-values";
import { Money } from "@/components/ui/money";
import type { SettlementDayView } from "@/lib/settlements/schemas";

const AMOUNTS = ["gross", "fee", "tax", "net"] as const;

/** What one file has settled, by the days that it says. */
export async function DaysTable({ days }: { days: readonly SettlementDayView[] }) {
  const [t, locale] = await Promise.all([getTranslations("adminSettlements"), getLocale()]);
  const columns = [
    { key: "day", label: t("fields.date") },
    { key: "rows", label: t("rows"), isNumber: true },
    ...AMOUNTS.map((key) => ({ key, label: t(`fields.${key}`), isNumber: true })),
  ];
  return (
    <section aria-labelledby="by-day" className="grid gap-2">
      <h2 id="by-day" className="text-lg">
        {t("byDay")}
      </h2>
      <p className="text-[0.9375rem] text-ink-soft">{t("byDayText")}</p>
      <Table label={t("byDay")} columns={columns} none={t("nothingSettled")}>
        {days.map((day) => (
          <Row key={day.day}>
            <Cell>
              <span className="whitespace-nowrap">{dayWords(locale, day.day)}</span>
            </Cell>
            <Cell isNumber>{day.rows}</Cell>
            {AMOUNTS.map((key) => (
              <Cell key={key} isNumber>
                <Money amount={day[key]} />
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </section>
  );
}
