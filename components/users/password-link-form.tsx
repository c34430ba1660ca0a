"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type FormState, UNTOUCHED } from "@/lib/http/form-state";

type PasswordLinkFormProps = {
  action: (state: FormState, formData: FormData) => Promise<FormState>;
  kind: "forgot" | "reset";
  /** What the link in the mail carried. */
  token?: string;
};

/** Asks for a link by e-mail, or with that link saves a new password: one field each. */
export function PasswordLinkForm({ action, kind, token }: PasswordLinkFormProps) {
  const t = useTranslations("auth");
  const [{ values, errors, problem }, submit, isSending] = useActionState(action, UNTOUCHED);
  const field = kind === "forgot" ? "email" : "password";
  const wrong = errors[field] && t(errors[field] === "required" ? "fields.required" : `fields.${field}`);
  const words =
    problem?.code === "reset_link_invalid" || errors.token
      ? t("reset.invalid")
      : problem?.code === "too_many_requests"
        ? t("problems.tooManyHour")
        : problem && problem.code !== "invalid_input"
          ? t("problems.other")
          : null;
  return (
    <form action={submit} noValidate className="grid gap-5">
      {words && (
        <Notice tone="bad" role="alert">
          <p>{words}</p>
        </Notice>
      )}
      {token !== undefined && <input type="hidden" name="token" value={token} />}
      {kind === "forgot" ? (
        <Field
          label={t("email")}
          name="email"
          type="email"
          autoComplete="username"
          dir="ltr"
          defaultValue={values.email}
          error={wrong}
        />
      ) : (
        <Field
          label={t("reset.password")}
          name="password"
          type="password"
          autoComplete="new-password"
          dir="ltr"
          hint={t("passwordHint")}
          error={wrong}
        />
      )}
      <Button size="large" wide aria-disabled={isSending}>
        {t(isSending ? `${kind}.sending` : `${kind}.submit`)}
      </Button>
    </form>
  );
}
