import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowLink, Table } from "@/components/admin/table";
import { Card } from "@/components/ui/card";
import type { DashboardView } from "@/lib/figures/schemas";

/** What runs out, the least of it first. */
export function LowStock({ stock: { below, count, products } }: { stock: DashboardView["low_stock"] }) {
  const t = useTranslations("adminDashboard");
  const isUrdu = useLocale() === "ur";
  return (
    <Card title={t("stock.title")}>
      <p>{t("stock.says", { count, below })}</p>
      {products.length > 0 && (
        <Table
          label={t("stock.title")}
          none=""
          columns={[
            { key: "product", label: t("figure.product") },
            { key: "stock", label: t("figure.stock"), isNumber: true },
          ]}
        >
          {products.map(({ item_code, name, name_ur, stock }) => (
            <Row key={item_code}>
              <Cell>
                <RowLink href={`/admin/products/${item_code}`}>{isUrdu ? name_ur : name}</RowLink>{" "}
                <bdi className="figures text-sm text-ink-soft">{item_code}</bdi>
              </Cell>
              <Cell isNumber>{stock}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  );
}
