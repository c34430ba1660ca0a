import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import { When } from "@/components/ui/when";
import type { StockChangeView } from "@/lib/stock/schemas";

type StockChangesProps = { changes: readonly StockChangeView[]; stock: number; now: Date };

/** Why there are as many pieces as there are, the newest first: what came or went, and what orders took in between. */
export function StockChanges({ changes, stock, now }: StockChangesProps) {
  const t = useTranslations("adminProducts");
  const columns = [
    { key: "when", label: t("when") },
    { key: "kind", label: t("kind") },
    { key: "pieces", label: t("pieces"), isNumber: true },
    { key: "after", label: t("after"), isNumber: true },
    { key: "who", label: t("who") },
    { key: "why", label: t("why") },
  ];
  const [newest] = changes;
  if (!newest) return null;
  return (
    <>
      <p className="text-[0.9375rem] text-ink-soft">{t("addsUp")}</p>
      <Table label={t("changesTable")} columns={columns} none="">
        {[
          <Ordered key="since" pieces={newest.stock_after - stock} after={stock} />,
          ...changes.flatMap((change) => [
            <Row key={change.id}>
              <Cell>
                <When at={change.created_at} now={now} />
              </Cell>
              <Cell>{t(`kinds.${change.kind}`)}</Cell>
              <Cell isNumber>
                <Moved pieces={change.pieces} />
              </Cell>
              <Cell isNumber>{change.stock_after}</Cell>
              <Cell>
                <bdi>{change.actor_email ?? change.actor}</bdi>
              </Cell>
              <Cell>
                <span dir="auto">{change.reason || t(`unsaid.${change.kind}`)}</span>
              </Cell>
            </Row>,
            <Ordered key={`before ${change.id}`} pieces={change.ordered} after={before(change)} />,
          ]),
        ]}
      </Table>
    </>
  );
}

/** How many pieces there were just before a change; what was lost with a parcel was in no stock. */
const before = ({ stock_after, pieces }: StockChangeView): number => stock_after - pieces;

const Moved = ({ pieces }: { pieces: number }) => <bdi>{pieces > 0 ? `+${pieces}` : `−${-pieces}`}</bdi>;

/** So many pieces went into orders, or came back from them, before the change above. */
function Ordered({ pieces, after }: { pieces: number; after: number }) {
  const t = useTranslations("adminProducts");
  if (pieces === 0) return null;
  return (
    <Row>
      <Cell>–</Cell>
      <Cell>{t("kinds.orders")}</Cell>
      <Cell isNumber>
        <Moved pieces={-pieces} />
      </Cell>
      <Cell isNumber>{after}</Cell>
      <Cell>–</Cell>
      <Cell>{t(pieces > 0 ? "unsaid.ordered" : "unsaid.givenBack", { count: Math.abs(pieces) })}</Cell>
    </Row>
  );
}
