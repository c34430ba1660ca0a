"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormAnswer } from "@/components/users/form-answer";
import { beginSecondFactorAction } from "@/lib/users/actions";

/** The password first: nobody is shut out by somebody at their open browser. */
export function BeginSecondFactor() {
  const t = useTranslations("secondFactor");
  const words = useTranslations("auth");
  const { state, isPending, formProps } = useFormAction(beginSecondFactorAction);
  const { password } = state.errors;
  return (
    <form {...formProps} className="grid gap-5">
      <FormAnswer state={state} done={null} />
      <p>{t("off")}</p>
      <PasswordField
        words={{ show: words("show"), hide: words("hide") }}
        label={t("password")}
        name="password"
        autoComplete="current-password"
        error={password && (password === "required" ? words("fields.required") : t("wrongPassword"))}
      />
      <Button size="large" wide aria-disabled={isPending}>
        {t("begin")}
      </Button>
    </form>
  );
}
