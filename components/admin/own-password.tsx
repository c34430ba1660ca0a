"use client";

import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/ui/password-field";
import type { FormState } from "@/lib/http/form-state";

/** The password of whoever moves real money, in the form that moves it. */
export function OwnPassword({ id, state }: { id: string; state: FormState }) {
  const t = useTranslations("adminForms");
  const words = useTranslations("auth");
  const { password } = state.errors;
  return (
    <PasswordField
      id={id}
      words={{ show: words("show"), hide: words("hide") }}
      label={t("password")}
      name="password"
      autoComplete="current-password"
      hint={t("passwordHint")}
      error={password && t("wrongPassword")}
    />
  );
}
