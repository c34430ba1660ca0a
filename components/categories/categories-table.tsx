import { useTranslations } from "next-intl";
import { Cell, Row, Table } from "@/components/admin/table";
import type { ManagedCategoryView } from "@/lib/categories/schemas";

/** The categories in both languages, for those who only read them. */
export function CategoriesTable({ categories }: { categories: readonly ManagedCategoryView[] }) {
  const [t, products] = [useTranslations("adminCategories"), useTranslations("adminProducts")];
  const columns = [
    { key: "slug", label: t("slug") },
    { key: "name", label: products("name") },
    { key: "name_ur", label: products("nameUr") },
    { key: "products", label: products("title"), isNumber: true },
  ];
  return (
    <Table label={t("title")} columns={columns} none={t("none")}>
      {categories.map((category) => (
        <Row key={category.slug}>
          <Cell>
            <bdi>{category.slug}</bdi>
          </Cell>
          <Cell>
            <bdi lang="en">{category.name}</bdi>
          </Cell>
          <Cell>
            <bdi lang="ur">{category.name_ur}</bdi>
          </Cell>
          <Cell isNumber>{category.products}</Cell>
        </Row>
      ))}
    </Table>
  );
}
