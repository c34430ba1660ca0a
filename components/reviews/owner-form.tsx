"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/admin/action-form";
import { AdminProblem } from "@/components/admin/admin-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { takeReviewAction } from "@/lib/reviews/actions";

/** Whoever reads it takes it on, or hands it over to a colleague. */
export function OwnerForm({ id, isMine, back }: { id: number; isMine: boolean; back: string }) {
  const t = useTranslations("adminReview");
  const { state, isPending, formProps } = useFormAction(takeReviewAction);
  return (
    <div className="flex flex-wrap items-end gap-3">
      {!isMine && <ActionForm action={takeReviewAction} fields={{ review_id: id, back }} label={t("take")} />}
      <details open={state.problem !== null} suppressHydrationWarning>
        <summary className="min-h-11 content-center text-[0.9375rem]">{t("handOver")}</summary>
        <form {...formProps} className="grid justify-items-start gap-3 pt-1">
          <AdminProblem problem={state.problem} />
          <input type="hidden" name="review_id" value={id} />
          <input type="hidden" name="back" value={back} />
          <Field
            id={`owner-${id}`}
            type="email"
            dir="ltr"
            name="owner"
            label={t("handOver")}
            defaultValue={state.values.owner}
            error={state.errors.owner && t("notStaff")}
          />
          <Button kind="quiet" size="small" aria-disabled={isPending}>
            {t("handOverButton")}
          </Button>
        </form>
      </details>
    </div>
  );
}
