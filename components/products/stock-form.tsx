"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { changeStockAction } from "@/lib/stock/actions";
import { STOCK_REASONS } from "@/lib/stock/model";

/** What came or went, as a number of pieces with a reason; how many there are then is worked out. */
export function StockForm({ itemCode, formKey }: { itemCode: string; formKey: string }) {
  const t = useTranslations("adminProducts");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(changeStockAction);
  const { values, errors, problem } = state;
  return (
    <form {...formProps} className="grid items-start gap-5 md:grid-cols-[1fr_1fr_2fr_auto]">
      <div className="md:col-span-4 empty:hidden">
        <ChangedNotice problem={problem} labels={{ stock: t("stock") }} />
      </div>
      <input type="hidden" name="item_code" value={itemCode} />
      <input type="hidden" name="form_key" value={formKey} />
      <Select name="kind" label={t("kind")} defaultValue={values.kind ?? "received"}>
        {STOCK_REASONS.filter((kind) => kind !== "counted").map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <Field
        name="pieces"
        label={t("pieces")}
        inputMode="numeric"
        className="figures"
        autoComplete="off"
        defaultValue={values.pieces ?? ""}
        error={errors.pieces && words(errors.pieces)}
      />
      <Field
        id="field-stock-reason"
        name="reason"
        label={t("why")}
        hint={t("whyHint")}
        maxLength={500}
        defaultValue={values.reason ?? ""}
        error={errors.reason && words(errors.reason)}
      />
      <div className="md:pt-[1.9rem]">
        <Button kind="quiet" aria-disabled={isPending} className="min-h-12">
          {t("writeDown")}
        </Button>
      </div>
    </form>
  );
}
