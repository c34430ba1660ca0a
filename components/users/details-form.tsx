"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PhoneField } from "@/components/ui/phone-field";
import { FormAnswer } from "@/components/users/form-answer";
import { useSavedForm } from "@/components/users/use-saved-form";
import { changeDetailsAction } from "@/lib/users/actions";

const MOST_OF_NAME = 100;

/** Who one is to the shop. */
export function DetailsForm({ name, phone }: { name: string; phone: string }) {
  const t = useTranslations("account");
  const words = useTranslations("auth");
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useSavedForm(changeDetailsAction);
  const values = state.problem ? state.values : { name, phone };
  return (
    <form {...formProps} className="grid gap-5">
      <FormAnswer state={state} done={t("saved")} />
      <Field
        label={words("name")}
        name="name"
        autoComplete="name"
        maxLength={MOST_OF_NAME}
        defaultValue={values.name}
        error={state.errors.name && words(state.errors.name === "required" ? "fields.required" : "fields.name")}
      />
      <PhoneField
        label={t("phone")}
        optional={t("optional")}
        name="phone"
        autoComplete="tel"
        hint={t("phoneHint")}
        defaultValue={values.phone}
        error={state.errors.phone && fields("phone")}
      />
      <Button className="justify-self-start" aria-disabled={isPending}>
        {t(isPending ? "saving" : "save")}
      </Button>
    </form>
  );
}
