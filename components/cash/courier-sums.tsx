import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import type { CashPlace } from "@/lib/cash/model";
import type { CashSumView } from "@/lib/cash/schemas";

const PLACES = ["on_the_road", "collected"] as const satisfies readonly CashPlace[];

/** How much cash each courier has, and for how long. */
export async function CourierSums({ couriers }: { couriers: readonly CashSumView[] }) {
  const t = await getTranslations("adminCash");
  const columns = [
    { key: "courier", label: t("courier") },
    ...PLACES.map((place) => ({ key: place, label: t(`places.${place}`), isNumber: true })),
    ...PLACES.map((place) => ({ key: `${place}-age`, label: t(`oldest.${place}`), isNumber: true })),
  ];
  return (
    <Table label={t("byCourier")} columns={columns} none={t("noCash")}>
      {couriers.map((sum) => (
        <Row key={sum.courier}>
          <Cell>
            <RowLink href={`/admin/cash?${new URLSearchParams({ courier: sum.courier }).toString()}`}>
              <bdi>{sum.courier || t("noCourier")}</bdi>
            </RowLink>
          </Cell>
          {PLACES.map((place) => (
            <Cell key={place} isNumber>
              <Money amount={sum[place].amount} /> <span className="text-ink-soft">({sum[place].orders})</span>
            </Cell>
          ))}
          {PLACES.map((place) => (
            <Cell key={`${place}-age`} isNumber>
              {sum[place].orders > 0 && t("days", { days: sum[place].oldest_days })}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}
