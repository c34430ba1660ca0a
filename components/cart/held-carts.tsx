import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Money } from "@/components/ui/money";
import { When } from "@/components/ui/when";
import { lineName } from "@/lib/cart/model";
import type { HeldCartView } from "@/lib/cart/schemas";

type HeldCartsProps = { carts: readonly HeldCartView[]; isAdmin: boolean; now: Date };

/** Carts with what they hold and until when; an account is opened by those who may. */
export function HeldCarts({ carts, isAdmin, now }: HeldCartsProps) {
  const t = useTranslations("adminCarts");
  const locale = useLocale();
  const columns = [
    { key: "whose", label: t("whose") },
    { key: "holds", label: t("holds") },
    { key: "ends", label: t("ends") },
    { key: "value", label: t("cartValue"), isNumber: true },
  ];
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {carts.map((cart) => (
        <Row key={cart.id}>
          <Cell>
            {cart.is_guest ? (
              t("guest", { id: String(cart.user_id) })
            ) : isAdmin ? (
              <RowLink href={`/admin/people/${cart.user_id}`}>
                <bdi>{cart.email}</bdi>
              </RowLink>
            ) : (
              <bdi>{cart.email}</bdi>
            )}
          </Cell>
          <Cell>
            <ul>
              {cart.lines.map((line) => (
                <li key={line.product_item_code}>
                  <bdi>{line.quantity}</bdi> × <bdi>{lineName(line, locale)}</bdi>{" "}
                  <bdi className="text-ink-soft">{line.product_item_code}</bdi>
                </li>
              ))}
            </ul>
          </Cell>
          <Cell>
            <ul>
              {cart.lines.map((line) => (
                <li key={line.product_item_code}>
                  <When at={line.expires_at} now={now} />
                </li>
              ))}
            </ul>
          </Cell>
          <Cell isNumber>
            <Money amount={cart.value} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
