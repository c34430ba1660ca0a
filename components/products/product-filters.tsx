import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { localName } from "@/lib/catalog/model";
import type { ManagedCategoryView } from "@/lib/categories/schemas";
import { PRODUCT_SHELVES } from "@/lib/products/model";
import type { ManageProductsQuery } from "@/lib/products/schemas";

type ProductFiltersProps = {
  query: Omit<ManageProductsQuery, "page" | "page_size">;
  categories: readonly ManagedCategoryView[];
};

/** A plain form, whose answer is the page's address. */
export function ProductFilters({ query, categories }: ProductFiltersProps) {
  const t = useTranslations("adminProducts");
  const admin = useTranslations("admin");
  const locale = useLocale();
  return (
    <form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
      <Field type="search" name="search" label={admin("search")} defaultValue={query.search ?? ""} maxLength={100} />
      <Select name="category" label={t("category")} defaultValue={query.category ?? ""}>
        <option value="">{t("anyCategory")}</option>
        {categories.map((each) => (
          <option key={each.slug} value={each.slug}>
            {localName({ ...each, nameUr: each.name_ur }, locale)}
          </option>
        ))}
      </Select>
      <Select name="show" label={t("show")} defaultValue={query.show ?? ""}>
        <option value="">{t("shown.all")}</option>
        {PRODUCT_SHELVES.map((show) => (
          <option key={show} value={show}>
            {t(`shown.${show}`)}
          </option>
        ))}
      </Select>
      <Button kind="quiet" className="min-h-12">
        {admin("find")}
      </Button>
    </form>
  );
}
