import { getTranslations } from "next-intl/server";
import { Cell, Row, Table } from "@/components/admin/table";
import { SignedMoney } from "@/components/settlements/rows-table";
import type { SettlementDayView } from "@/lib/settlements/schemas";

const AMOUNTS = ["gross", "fee", "tax", "net"] as const;

/** What one file has settled, by the days that it says. */
export async function DaysTable({ days }: { days: readonly SettlementDayView[] }) {
  const t = await getTranslations("adminSettlements");
  const columns = [
    { key: "day", label: t("fields.date") },
    { key: "rows", label: t("rows"), isNumber: true },
    ...AMOUNTS.map((key) => ({ key, label: t(`fields.${key}`), isNumber: true })),
  ];
  return (
    <Table label={t("byDay")} columns={columns} none={t("nothingSettled")}>
      {days.map((day) => (
        <Row key={day.day}>
          <Cell>
            <bdi className="figures">{day.day}</bdi>
          </Cell>
          <Cell isNumber>{day.rows}</Cell>
          {AMOUNTS.map((key) => (
            <Cell key={key} isNumber>
              <SignedMoney amount={day[key]} />
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}
