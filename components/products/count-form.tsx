"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { PriceAndStock } from "@/components/products/price-and-stock";
import { SeenInput } from "@/components/products/seen-input";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { saveProductRowAction } from "@/lib/products/actions";
import { productPath } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";

/** How many pieces there are, for staff: all else of a product is an administrator's. */
export function CountForm({ product, formKey }: { product: ManagedProductView; formKey: string }) {
  const t = useTranslations("adminProducts");
  const admin = useTranslations("admin");
  const { state, isPending, formProps } = useFormAction(saveProductRowAction);
  return (
    <Card>
      <form {...formProps} className="grid items-start gap-5 md:grid-cols-3">
        <div className="md:col-span-3 empty:hidden">
          <ChangedNotice problem={state.problem} labels={{ stock: t("stock") }} />
        </div>
        <input type="hidden" name="item_code" value={product.item_code} />
        <input type="hidden" name="form_key" value={formKey} />
        <input type="hidden" name="back" value={productPath(product.item_code)} />
        <SeenInput fields={{}} stock={product.stock} problem={state.problem} />
        <PriceAndStock state={state} known={{ price: product.price, stock: String(product.stock) }} isAdmin={false} />
        <Field
          name="reason"
          label={t("reason")}
          optional={t("optional")}
          defaultValue={state.values.reason ?? ""}
          maxLength={500}
        />
        <div className="md:pt-[1.9rem]">
          <Button aria-disabled={isPending}>{admin("save")}</Button>
        </div>
      </form>
    </Card>
  );
}
