import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { When } from "@/components/ui/when";
import type { StockChangeView } from "@/lib/stock/schemas";

/** Why there are as many pieces as there are, the newest first; sales are not among it. */
export function StockChanges({ changes, now }: { changes: readonly StockChangeView[]; now: Date }) {
  const t = useTranslations("adminProducts");
  const columns = [
    { key: "when", label: t("when") },
    { key: "kind", label: t("kind") },
    { key: "pieces", label: t("pieces"), isNumber: true },
    { key: "after", label: t("after"), isNumber: true },
    { key: "who", label: t("who") },
    { key: "why", label: t("why") },
  ];
  return (
    <Table label={t("changesTable")} columns={columns} none={useTranslations("admin")("none")}>
      {changes.map((change) => (
        <Row key={change.id}>
          <Cell>
            <When at={change.created_at} now={now} />
          </Cell>
          <Cell>{t(`kinds.${change.kind}`)}</Cell>
          <Cell isNumber>{change.pieces > 0 ? `+${change.pieces}` : change.pieces}</Cell>
          <Cell isNumber>{change.stock_after}</Cell>
          <Cell>
            <bdi>{change.actor_email ?? change.actor}</bdi>
          </Cell>
          <Cell>{change.reason}</Cell>
        </Row>
      ))}
    </Table>
  );
}
