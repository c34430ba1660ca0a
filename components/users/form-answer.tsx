import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/http/form-state";

/** Above a form's fields: why it was refused, or that it is done. */
export function FormAnswer({ state, done }: { state: FormState; done: ReactNode }) {
  const t = useTranslations("auth");
  if (state.problem?.code === "too_many_requests") {
    return (
      <Notice tone="bad" role="alert">
        <p>{t("problems.tooMany")}</p>
      </Notice>
    );
  }
  if (state.problem) return <ProblemNotice problem={state.problem} />;
  if (!state.doneAt) return null;
  return (
    <Notice tone="good" role="status">
      <p>{done}</p>
    </Notice>
  );
}
