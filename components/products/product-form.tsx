"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { PriceAndStock } from "@/components/products/price-and-stock";
import { ProductFields } from "@/components/products/product-fields";
import { SeenInput } from "@/components/products/seen-input";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import type { ManagedCategoryView } from "@/lib/categories/schemas";
import { changeProductAction, createProductAction } from "@/lib/products/actions";
import { fieldsIn } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";

type ProductFormProps = {
  product: ManagedProductView | null;
  /** What tells this opened form of a known product from others. */
  formKey?: string;
  categories: readonly ManagedCategoryView[];
};

/** A new product, or all that an administrator may change of one. */
export function ProductForm({ product, formKey, categories }: ProductFormProps) {
  const t = useTranslations("adminProducts");
  const admin = useTranslations("admin");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(product ? changeProductAction : createProductAction);
  const { values, errors, problem } = state;
  const labels = {
    name: t("name"),
    name_ur: t("nameUr"),
    description: t("description"),
    description_ur: t("descriptionUr"),
    category: t("category"),
    price: t("price"),
    keywords: t("keywords"),
    group_code: t("group"),
    option_name: t("option"),
    option_name_ur: t("optionUr"),
    is_active: t("onSale"),
    stock: t("stock"),
  };
  return (
    <Card>
      <form {...formProps} className="grid gap-5">
        <ChangedNotice problem={problem} labels={labels} />
        {product ? (
          <>
            <input type="hidden" name="item_code" value={product.item_code} />
            <input type="hidden" name="form_key" value={formKey} />
            <SeenInput fields={fieldsIn(product)} stock={product.stock} problem={problem} />
          </>
        ) : (
          <Field
            name="item_code"
            label={t("code")}
            hint={t("codeHint")}
            defaultValue={values.item_code ?? ""}
            error={errors.item_code && words(errors.item_code)}
            maxLength={64}
            autoComplete="off"
          />
        )}
        <div className="grid items-start gap-5 md:grid-cols-3">
          <PriceAndStock
            state={state}
            known={{ price: product?.price ?? "", stock: String(product?.stock ?? 0) }}
            isAdmin
          />
          {product && (
            <Field
              name="reason"
              label={t("reason")}
              hint={t("reasonHint")}
              optional={t("optional")}
              defaultValue={values.reason ?? ""}
              maxLength={500}
            />
          )}
        </div>
        <ProductFields state={state} product={product} categories={categories} />
        <div>
          <Button aria-disabled={isPending}>{admin("save")}</Button>
        </div>
      </form>
    </Card>
  );
}
