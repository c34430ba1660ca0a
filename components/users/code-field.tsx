"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { FieldProblem } from "@/lib/http/form-state";

type CodeFieldProps = { label: string; error: FieldProblem | undefined; isShort?: boolean };

/** The code of the moment; a phone offers digits, unless it may be a recovery code. */
export function CodeField({ label, error, isShort = true }: CodeFieldProps) {
  const t = useTranslations("auth");
  return (
    <Field
      label={label}
      name="code"
      autoComplete="one-time-code"
      inputMode={isShort ? "numeric" : "text"}
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      maxLength={60}
      error={error && t(error === "required" ? "fields.required" : "second.wrong")}
    />
  );
}
