import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { itemName } from "@/components/orders/item-name";
import { When } from "@/components/ui/when";
import type { StockMove } from "@/lib/desk/model";

/** How the order's pieces left the stock, came back to it or were lost. */
export function DeskStock({ moves, now }: { moves: readonly StockMove[]; now: Date }) {
  const t = useTranslations("adminOrders");
  const locale = useLocale();
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("stock")}</h2>
      <Table
        label={t("stock")}
        none={t("none")}
        columns={[
          { key: "when", label: t("when") },
          { key: "kind", label: t("stock") },
          { key: "goods", label: t("goods") },
          { key: "pieces", label: t("column.pieces"), isNumber: true },
        ]}
      >
        {moves.flatMap((move) =>
          move.lines.map((line) => (
            <Row key={`${move.at} ${move.kind} ${line.product_item_code}`}>
              <Cell>
                <When at={move.at} now={now} />
              </Cell>
              <Cell>{t(`stockKind.${move.kind}`)}</Cell>
              <Cell>{itemName(line, locale)}</Cell>
              <Cell isNumber>
                <bdi>{move.kind === "taken" ? `−${line.quantity}` : line.quantity}</bdi>
              </Cell>
            </Row>
          )),
        )}
      </Table>
    </section>
  );
}
