"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { acceptInvitationAction } from "@/lib/people/actions";

type JoinFormProps = { token: string; email: string; isKnown: boolean };

/** A new account's name and password, or the password of the account that is there. */
export function JoinForm({ token, email, isKnown }: JoinFormProps) {
  const t = useTranslations("join");
  const words = useTranslations("auth");
  const { state, isPending, formProps } = useFormAction(acceptInvitationAction);
  const { name, password } = state.errors;
  const wrong = isKnown ? t("wrongPassword") : words("fields.password");
  const { problem } = state;
  return (
    <form {...formProps} className="grid gap-5">
      {problem && (
        <Notice tone="bad" role="alert">
          <p>
            {problem.code === "invitation_invalid"
              ? t("invalid")
              : words(
                  problem.code === "too_many_requests"
                    ? "problems.tooMany"
                    : problem.code === "invalid_input"
                      ? "problems.fields"
                      : "problems.other",
                )}
          </p>
        </Notice>
      )}
      <p>{t(isKnown ? "known" : "new")}</p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {!isKnown && (
        <Field
          label={words("name")}
          name="name"
          autoComplete="name"
          maxLength={100}
          defaultValue={state.values.name}
          error={name && words("fields.name")}
        />
      )}
      <PasswordField
        words={{ show: words("show"), hide: words("hide") }}
        label={words("password")}
        name="password"
        autoComplete={isKnown ? "current-password" : "new-password"}
        hint={isKnown ? undefined : words("passwordHint")}
        error={password && (password === "required" ? words("fields.required") : wrong)}
      />
      <Button size="large" wide aria-disabled={isPending}>
        {t(isPending ? "sending" : "submit")}
      </Button>
    </form>
  );
}
