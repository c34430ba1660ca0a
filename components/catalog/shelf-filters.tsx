import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { localName, shelfFields } from "@/lib/catalog/model";
import { type CategoryView, type ListProductsQuery, PRODUCT_ORDERINGS } from "@/lib/catalog/schemas";

const CONTROL = "min-h-11 w-full min-w-0 rounded-soft border border-edge bg-raised px-3";

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-end gap-1">
      <label htmlFor={id} className="text-[0.9375rem] text-ink-soft">
        {label}
      </label>
      {children}
    </div>
  );
}

function Price({ name, label, value }: { name: string; label: string; value: string }) {
  const id = `choose-${name}`;
  return (
    <Labelled id={id} label={label}>
      <span className="relative">
        <span aria-hidden="true" className="absolute inset-y-0 start-3 grid place-items-center text-ink-soft">
          Rs
        </span>
        <input
          id={id}
          name={name}
          defaultValue={value}
          inputMode="decimal"
          dir="ltr"
          maxLength={14}
          className={`${CONTROL} figures ps-10`}
        />
      </span>
    </Labelled>
  );
}

type ShelfFiltersProps = { query: ListProductsQuery; categories: readonly CategoryView[]; isOpen: boolean };

/** Which part of the shelf, and in which order: fields of the search form, put away until they are wanted. */
export function ShelfFilters({ query, categories, isOpen }: ShelfFiltersProps) {
  const t = useTranslations("products");
  const locale = useLocale();
  const fields = shelfFields(query);
  return (
    <details className="group" open={isOpen}>
      <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-soft font-medium text-cobalt [&::-webkit-details-marker]:hidden">
        <Icon name="sliders" />
        {t("filters")}
      </summary>
      <div className="card mt-1 grid grid-cols-2 items-end gap-3 p-3 sm:grid-cols-4 sm:p-4">
        <Labelled id="choose-category" label={t("category")}>
          <select id="choose-category" name="category" defaultValue={fields.category} className={CONTROL}>
            <option value="">{t("everything")}</option>
            {categories.map((category) => (
              <option key={category.slug} value={category.slug}>
                {localName(category, locale)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled id="choose-ordering" label={t("ordering")}>
          <select id="choose-ordering" name="ordering" defaultValue={fields.ordering} className={CONTROL}>
            <option value="">{t(query.search ? "orderings.best" : "orderings.usual")}</option>
            {PRODUCT_ORDERINGS.map((ordering) => (
              <option key={ordering} value={ordering}>
                {t(`orderings.${ordering}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Price name="price_from" label={t("priceFrom")} value={fields.price_from} />
        <Price name="price_to" label={t("priceTo")} value={fields.price_to} />
        <label className="col-span-2 flex min-h-11 items-center gap-2.5 sm:col-span-3">
          <input
            type="checkbox"
            name="in_stock"
            value="1"
            defaultChecked={query.in_stock}
            className="size-5 accent-cobalt"
          />
          {t("inStock")}
        </label>
        <Button className="max-sm:col-span-2">{t("apply")}</Button>
      </div>
    </details>
  );
}
