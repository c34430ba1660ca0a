"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { createCategoryAction, renameCategoryAction } from "@/lib/categories/actions";
import type { ManagedCategoryView } from "@/lib/categories/schemas";

/** A category's names in both languages, or a new one. */
export function CategoryForm({ category }: { category: ManagedCategoryView | null }) {
  const t = useTranslations("adminCategories");
  const product = useTranslations("adminProducts");
  const admin = useTranslations("admin");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(category ? renameCategoryAction : createCategoryAction);
  const { values, errors, problem } = state;
  const field = (name: "slug" | "name" | "name_ur") => ({
    id: `field-${category?.slug ?? "new"}-${name}`,
    name,
    defaultValue: problem ? (values[name] ?? "") : (category?.[name] ?? ""),
    error: errors[name] && words(errors[name]),
    maxLength: 80,
  });
  const form = (
    <form
      {...formProps}
      className={`grid items-start gap-4 ${category ? "sm:grid-cols-[10rem_1fr_1fr_auto]" : "sm:grid-cols-[1fr_1fr_1fr_auto]"}`}
    >
      <div className="sm:col-span-4 empty:hidden">
        <ChangedNotice problem={problem} labels={{}} />
      </div>
      {category ? (
        <p>
          <input type="hidden" name="slug" value={category.slug} />
          <bdi className="block font-semibold">{category.slug}</bdi>
          <span className="text-[0.9375rem] text-ink-soft">{t("products", { count: category.products })}</span>
        </p>
      ) : (
        <Field {...field("slug")} label={t("slug")} hint={t("slugHint")} autoComplete="off" />
      )}
      <Field {...field("name")} label={product("name")} lang="en" dir="ltr" />
      <Field {...field("name_ur")} label={product("nameUr")} lang="ur" dir="rtl" />
      <div className="sm:pt-[1.9rem]">
        <Button kind="quiet" className="min-h-12" aria-disabled={isPending}>
          {category ? admin("save") : t("addNow")}
        </Button>
      </div>
    </form>
  );
  return category ? <section className="card p-4">{form}</section> : <Card title={t("add")}>{form}</Card>;
}
