"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { FormAnswer } from "@/components/users/form-answer";
import { useSavedForm } from "@/components/users/use-saved-form";
import { changePasswordAction } from "@/lib/users/actions";

/** The old password and a new one; once it is changed, nothing typed stays. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const words = useTranslations("auth");
  const { state, isPending, formProps } = useSavedForm(changePasswordAction);
  const { current_password, new_password } = state.errors;
  const look = { show: words("show"), hide: words("hide") };
  return (
    <form {...formProps} className="grid gap-5">
      <FormAnswer state={state} done={t("passwordChanged")} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        key={`current-${state.doneAt}`}
        words={look}
        label={t("currentPassword")}
        name="current_password"
        autoComplete="current-password"
        error={current_password && (current_password === "required" ? words("fields.required") : t("wrongPassword"))}
      />
      <PasswordField
        key={`new-${state.doneAt}`}
        words={look}
        label={t("newPassword")}
        name="new_password"
        autoComplete="new-password"
        hint={words("passwordHint")}
        error={new_password && words(new_password === "required" ? "fields.required" : "fields.password")}
      />
      <Button kind="quiet" className="justify-self-start" aria-disabled={isPending}>
        {t(isPending ? "saving" : "changePassword")}
      </Button>
    </form>
  );
}
