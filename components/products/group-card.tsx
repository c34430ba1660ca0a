import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { localName } from "@/lib/catalog/model";
import { productPath } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";

/** The sizes or weights in which one thing is sold, beside each other. */
export function GroupCard({ group, here }: { group: readonly ManagedProductView[]; here: string }) {
  const t = useTranslations("adminProducts");
  const locale = useLocale();
  const columns = [
    { key: "code", label: t("code") },
    { key: "option", label: t("option") },
    { key: "state", label: t("state") },
    { key: "price", label: t("price"), isNumber: true },
    { key: "stock", label: t("stock"), isNumber: true },
  ];
  return (
    <Card title={t("variants")}>
      <Table label={t("variants")} columns={columns} none="">
        {group.map((each) => (
          <Row key={each.item_code}>
            <Cell>
              {each.item_code === here ? (
                <strong>{each.item_code}</strong>
              ) : (
                <RowLink href={productPath(each.item_code)}>{each.item_code}</RowLink>
              )}
            </Cell>
            <Cell>{localName({ name: each.option_name, nameUr: each.option_name_ur }, locale)}</Cell>
            <Cell>
              <StateMark tone={each.is_active ? "good" : "wait"}>
                {t(each.is_active ? "shown.active" : "shown.inactive")}
              </StateMark>
            </Cell>
            <Cell isNumber>
              <Money amount={each.price} />
            </Cell>
            <Cell isNumber>{each.stock}</Cell>
          </Row>
        ))}
      </Table>
    </Card>
  );
}
