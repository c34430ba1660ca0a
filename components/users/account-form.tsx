"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { SecondStepForm } from "@/components/users/second-step-form";
import { PasswordField } from "@/components/ui/password-field";
import { type FormProblem, type FormState, UNTOUCHED } from "@/lib/http/form-state";

type Action = (state: FormState, formData: FormData) => Promise<FormState>;

type AccountFormProps = { action: Action; kind: "signIn" | "signUp"; next: string; refused?: FormProblem["code"] };

const WORDS = {
  email_taken: "problems.email_taken",
  not_signed_in: "problems.wrong",
  too_many_requests: "problems.tooMany",
  invalid_input: "problems.fields",
  second_factor_required: "second.required",
  conflict: "problems.tookTooLong",
} as const;

const hasWords = (code: string): code is keyof typeof WORDS => code in WORDS;

/** Sign-in and sign-up. The answer stands above the fields; all but the password stays typed. */
export function AccountForm({ action, kind, next, refused }: AccountFormProps) {
  const t = useTranslations("auth");
  const start: FormState = refused ? { ...UNTOUCHED, problem: { code: refused } } : UNTOUCHED;
  const [state, submit, isSending] = useActionState(action, start);
  const { values, errors, problem } = state;
  const wrong = (field: "name" | "email" | "password"): ReactNode =>
    errors[field] && t(errors[field] === "required" ? "fields.required" : `fields.${field}`);
  const isNew = kind === "signUp";
  if (values.ticket && problem?.code !== "too_many_requests") {
    return <SecondStepForm submit={submit} state={state} next={next} isSending={isSending} />;
  }

  return (
    <form action={submit} noValidate className="grid gap-5">
      {problem && (
        <Notice tone="bad" role="alert">
          <p>{t(hasWords(problem.code) ? WORDS[problem.code] : "problems.other")}</p>
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      {isNew && (
        <Field
          label={t("name")}
          name="name"
          autoComplete="name"
          maxLength={100}
          defaultValue={values.name}
          error={wrong("name")}
        />
      )}
      <Field
        label={t("email")}
        name="email"
        type="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        autoComplete={isNew ? "email" : "username"}
        dir="ltr"
        defaultValue={values.email}
        error={wrong("email")}
      />
      <PasswordField
        words={{ show: t("show"), hide: t("hide") }}
        label={t("password")}
        name="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        hint={isNew ? t("passwordHint") : undefined}
        error={wrong("password")}
      />
      <Button size="large" wide aria-disabled={isSending}>
        {t(isSending ? `${kind}.sending` : `${kind}.submit`)}
      </Button>
    </form>
  );
}
