import { getTranslations } from "next-intl/server";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { recordManyAction } from "@/lib/cash/actions";
import type { CashPlace } from "@/lib/cash/model";
import type { CashView } from "@/lib/cash/schemas";

/** Parcels whose cash is not the shop's yet, the oldest first; on the road each may be ticked and recorded. */
export async function CashTable({ place, rows, now }: { place: CashPlace; rows: readonly CashView[]; now: Date }) {
  const t = await getTranslations("adminCash");
  const isOpen = place === "on_the_road";
  const columns = [
    ...(isOpen ? [{ key: "tick", label: <span className="sr-only">{t("tick")}</span> }] : []),
    { key: "order", label: t("order") },
    { key: "courier", label: t("courier") },
    { key: "tracking", label: t("tracking") },
    { key: "amount", label: t("amount"), isNumber: true },
    { key: "since", label: t(isOpen ? "shipped" : "recorded") },
    { key: "days", label: t("age"), isNumber: true },
  ];
  return (
    <form action={recordManyAction} className="grid gap-3">
      <Table label={t(`places.${place}`)} columns={columns} none={t("noneIn")}>
        {rows.map((cash) => (
          <Row key={cash.payment_id}>
            {isOpen && (
              <Cell>
                <input
                  type="checkbox"
                  name={`cash_${cash.payment_id}`}
                  value="yes"
                  aria-label={t("tickOne", { number: cash.order_number })}
                  className="size-5 accent-cobalt"
                />
              </Cell>
            )}
            <Cell>
              <RowLink href={`/admin/orders/${cash.order_id}`}>
                <bdi className="figures">{cash.order_number}</bdi>
              </RowLink>
            </Cell>
            <Cell>
              <bdi>{cash.courier || t("noCourier")}</bdi>
            </Cell>
            <Cell>
              <bdi className="figures">{cash.tracking_number}</bdi>
            </Cell>
            <Cell isNumber>
              <Money amount={cash.amount} />
            </Cell>
            <Cell>
              <When at={cash.since} now={now} />
            </Cell>
            <Cell isNumber>{t("days", { days: cash.days })}</Cell>
          </Row>
        ))}
      </Table>
      {isOpen && rows.length > 0 && (
        <div>
          <Button>{t("record")}</Button>
        </div>
      )}
    </form>
  );
}
