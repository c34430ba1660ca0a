"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { CodeField } from "@/components/users/code-field";
import { FormAnswer } from "@/components/users/form-answer";
import { removeSecondFactorAction } from "@/lib/users/actions";

/** It is on; whoever gives password and code turns it off. */
export function RemoveSecondFactor({ recoveryLeft }: { recoveryLeft: number }) {
  const t = useTranslations("secondFactor");
  const words = useTranslations("auth");
  const { state, isPending, formProps } = useFormAction(removeSecondFactorAction);
  const { password, code } = state.errors;
  return (
    <form {...formProps} className="grid gap-5">
      <p>{t("on", { count: recoveryLeft })}</p>
      <FormAnswer state={state} done={null} />
      <PasswordField
        words={{ show: words("show"), hide: words("hide") }}
        label={t("password")}
        name="password"
        autoComplete="current-password"
        error={password && (password === "required" ? words("fields.required") : t("wrongPassword"))}
      />
      <CodeField label={t("codeOrRecovery")} error={code} isShort={false} />
      <Button kind="danger" className="justify-self-start" aria-disabled={isPending}>
        {t("turnOff")}
      </Button>
    </form>
  );
}
