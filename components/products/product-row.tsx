"use client";

import { useLocale, useTranslations } from "next-intl";
import { Cell, Row, RowLink } from "@/components/admin/table";
import { ChangedNotice } from "@/components/products/changed-notice";
import { SeenInput } from "@/components/products/seen-input";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { localName } from "@/lib/catalog/model";
import { saveProductRowAction } from "@/lib/products/actions";
import { productPath } from "@/lib/products/model";
import type { ProductRowView } from "@/lib/products/schemas";

type ProductRowProps = { product: ProductRowView; category: string; isAdmin: boolean; back: string; formKey: string };

/** One product of the list, whose price and stock are changed where they stand. */
export function ProductRow({ product, category, isAdmin, back, formKey }: ProductRowProps) {
  const t = useTranslations("adminProducts");
  const admin = useTranslations("admin");
  const words = useTranslations("fields");
  const locale = useLocale();
  const { state, isPending, formProps } = useFormAction(saveProductRowAction);
  const { values, errors, problem } = state;
  const { item_code, group_code } = product;
  const form = `row-${item_code}`;
  const input = (name: "price" | "stock") => {
    const wrong = errors[name] ?? (name === "stock" ? errors.pieces : undefined);
    const id = `${form}-${name}`;
    return (
      <>
        <input
          form={form}
          name={name}
          aria-label={t(name)}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong && id}
          inputMode={name === "price" ? "decimal" : "numeric"}
          autoComplete="off"
          defaultValue={problem ? (values[name] ?? "") : String(product[name])}
          className={`figures min-h-11 w-28 rounded-soft border bg-raised px-2 text-end ${wrong ? "border-2 border-bad" : "border-edge"}`}
        />
        {wrong && (
          <span id={id} className="block w-28 text-sm font-medium whitespace-normal text-bad ms-auto">
            {wrong === "invalid" ? t(`wrong.${name}`) : words(wrong)}
          </span>
        )}
      </>
    );
  };
  const option = locale === "ur" ? product.option_name_ur : product.option_name;
  return (
    <Row>
      <Cell>
        <RowLink href={productPath(item_code)}>{item_code}</RowLink>
      </Cell>
      <Cell>
        {localName({ ...product, nameUr: product.name_ur }, locale)}
        {group_code && (
          <span className="block text-sm text-ink-soft">
            <bdi>{group_code}</bdi> · {option}
          </span>
        )}
      </Cell>
      <Cell>{category}</Cell>
      <Cell>
        <StateMark tone={product.is_active ? "good" : "wait"}>
          {t(product.is_active ? "shown.active" : "shown.inactive")}
        </StateMark>
      </Cell>
      <Cell isNumber>{isAdmin ? input("price") : <Money amount={product.price} />}</Cell>
      <Cell isNumber>{input("stock")}</Cell>
      <Cell>
        <form id={form} {...formProps} className="grid gap-2">
          <input type="hidden" name="item_code" value={item_code} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="form_key" value={formKey} />
          <SeenInput fields={isAdmin ? { price: product.price } : {}} stock={product.stock} problem={problem} />
          <Button kind="quiet" size="small" aria-disabled={isPending}>
            {admin("save")}
          </Button>
          {Object.keys(errors).length === 0 && (
            <ChangedNotice problem={problem} labels={{ price: t("price"), stock: t("stock") }} />
          )}
        </form>
      </Cell>
    </Row>
  );
}
