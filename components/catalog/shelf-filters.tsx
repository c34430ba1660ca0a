import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { CategoryView } from "@/lib/catalog/queries";
import { categoryName } from "@/lib/catalog/model";
import { type ListProductsQuery, PRODUCT_ORDERINGS } from "@/lib/catalog/schemas";

function Choice({ name, label, value, children }: { name: string; label: string; value: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 flex-1 basis-[9rem] gap-1">
      <label htmlFor={`choose-${name}`} className="text-[0.9375rem] text-ink-soft">
        {label}
      </label>
      <select
        id={`choose-${name}`}
        name={name}
        defaultValue={value}
        className="min-h-11 w-full min-w-0 rounded-soft border border-edge bg-raised px-3"
      >
        {children}
      </select>
    </div>
  );
}

/** Which part of the shelf, and in which order. */
export function ShelfFilters({ query, categories }: { query: ListProductsQuery; categories: readonly CategoryView[] }) {
  const t = useTranslations("products");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-end gap-2 sm:gap-3">
      <Choice name="category" label={t("category")} value={query.category ?? ""}>
        <option value="">{t("everything")}</option>
        {categories.map((category) => (
          <option key={category.slug} value={category.slug}>
            {categoryName(category, locale)}
          </option>
        ))}
      </Choice>
      <Choice name="ordering" label={t("ordering")} value={query.ordering ?? ""}>
        <option value="">{t("orderings.usual")}</option>
        {PRODUCT_ORDERINGS.map((ordering) => (
          <option key={ordering} value={ordering}>
            {t(`orderings.${ordering}`)}
          </option>
        ))}
      </Choice>
      <Button kind="quiet" className="max-sm:grow">
        {t("apply")}
      </Button>
    </div>
  );
}
