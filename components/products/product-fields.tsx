"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field, Select, TextArea } from "@/components/ui/field";
import { Tick } from "@/components/ui/tick";
import { localName } from "@/lib/catalog/model";
import type { ManagedCategoryView } from "@/lib/categories/schemas";
import type { FormState } from "@/lib/http/form-state";
import type { ManagedProductView } from "@/lib/products/schemas";

type ProductFieldsProps = {
  state: FormState;
  product: ManagedProductView | null;
  categories: readonly ManagedCategoryView[];
};

const ENGLISH = { lang: "en", dir: "ltr" } as const;
const URDU = { lang: "ur", dir: "rtl" } as const;

/** What is said of a product, in both languages; what was typed stays after a refusal. */
export function ProductFields({ state, product, categories }: ProductFieldsProps) {
  const t = useTranslations("adminProducts");
  const words = useTranslations("fields");
  const locale = useLocale();
  const { values, errors, problem } = state;
  const field = (name: keyof ManagedProductView) => {
    const wrong = errors[name];
    const known = String(product?.[name] ?? "");
    return { name, defaultValue: problem ? (values[name] ?? "") : known, error: wrong && words(wrong) };
  };
  const isOnSale = problem ? values.is_active !== undefined : (product?.is_active ?? true);
  return (
    <>
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Field {...field("name")} {...ENGLISH} label={t("name")} maxLength={200} />
        <Field {...field("name_ur")} {...URDU} label={t("nameUr")} maxLength={200} />
        <TextArea
          {...field("description")}
          {...ENGLISH}
          label={t("description")}
          optional={t("optional")}
          rows={4}
          maxLength={5000}
        />
        <TextArea
          {...field("description_ur")}
          {...URDU}
          label={t("descriptionUr")}
          optional={t("optional")}
          rows={4}
          maxLength={5000}
        />
        <Select {...field("category")} label={t("category")}>
          {!product && <option value="">{t("chooseCategory")}</option>}
          {categories.map((each) => (
            <option key={each.slug} value={each.slug}>
              {localName({ ...each, nameUr: each.name_ur }, locale)}
            </option>
          ))}
        </Select>
        <Field {...field("keywords")} dir="auto" label={t("keywords")} optional={t("optional")} maxLength={500} />
      </div>
      <div className="grid items-start gap-5 md:grid-cols-3">
        <Field
          {...field("group_code")}
          dir="ltr"
          label={t("group")}
          hint={t("groupHint")}
          optional={t("optional")}
          maxLength={64}
        />
        <Field {...field("option_name")} {...ENGLISH} label={t("option")} optional={t("optional")} maxLength={60} />
        <Field {...field("option_name_ur")} {...URDU} label={t("optionUr")} optional={t("optional")} maxLength={60} />
      </div>
      <Tick name="is_active" label={t("onSale")} defaultChecked={isOnSale} />
    </>
  );
}
