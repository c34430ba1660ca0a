"use client";

import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/field";
import type { FormState } from "@/lib/http/form-state";

/** What was found and done, in words of whoever closes an item. */
export function ResolutionField({ id, hint, state }: { id: string; hint: string; state: FormState }) {
  const t = useTranslations("adminReview");
  const words = useTranslations("fields");
  const { resolution } = state.errors;
  return (
    <TextArea
      id={id}
      label={t("resolution")}
      name="resolution"
      rows={2}
      maxLength={1000}
      hint={hint}
      defaultValue={state.values.resolution}
      error={resolution && words(resolution === "too_long" ? "too_long" : "required")}
    />
  );
}
