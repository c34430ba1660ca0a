"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/users/code-field";
import type { FormState } from "@/lib/http/form-state";

type SecondStepFormProps = {
  submit: (formData: FormData) => void;
  state: FormState;
  next: string;
  isSending: boolean;
};

/** After the right password: the code. What the first step gave goes along. */
export function SecondStepForm({ submit, state, next, isSending }: SecondStepFormProps) {
  const t = useTranslations("auth");
  return (
    <form action={submit} noValidate className="grid gap-5">
      <h2 className="text-lg">{t("second.title")}</h2>
      <p role="status">{t("second.text")}</p>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="ticket" value={state.values.ticket} />
      <CodeField label={t("second.code")} error={state.errors.code} isShort={false} />
      <Button size="large" wide aria-disabled={isSending}>
        {t(isSending ? "signIn.sending" : "signIn.submit")}
      </Button>
    </form>
  );
}
