"use client";

import { useTranslations } from "next-intl";
import { ChangedNotice } from "@/components/products/changed-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { createZoneAction } from "@/lib/zones/actions";

/** One city more whose delivery has a charge of its own. */
export function NewZone() {
  const t = useTranslations("adminDelivery");
  const words = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(createZoneAction);
  const field = (name: "city" | "charge" | "free_from") => ({
    name,
    defaultValue: state.values[name] ?? "",
    error: state.errors[name] && words(state.errors[name]),
    autoComplete: "off",
  });
  return (
    <Card title={t("add")}>
      <form {...formProps} className="grid items-start gap-4 sm:grid-cols-3">
        <div className="sm:col-span-3 empty:hidden">
          <ChangedNotice problem={state.problem} labels={{}} alreadyThere={t("alreadyThere")} />
        </div>
        <Field {...field("city")} label={t("city")} hint={t("cityHint")} maxLength={80} />
        <Field {...field("charge")} label={t("charge")} inputMode="decimal" className="figures" />
        <Field
          {...field("free_from")}
          label={t("freeFrom")}
          placeholder={t("never")}
          inputMode="decimal"
          className="figures"
        />
        <div>
          <Button aria-disabled={isPending}>{t("addNow")}</Button>
        </div>
      </form>
    </Card>
  );
}
