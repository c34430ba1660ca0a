"use client";

import { useTranslations } from "next-intl";
import { AdminProblem } from "@/components/admin/admin-problem";
import { OwnPassword } from "@/components/admin/own-password";
import { ResolutionField } from "@/components/reviews/resolution-field";
import { Button } from "@/components/ui/button";
import { useFormAction } from "@/components/ui/use-form-action";
import { resolveReviewAction } from "@/lib/reviews/actions";
import type { ReviewAction } from "@/lib/reviews/model";

type ReviewFormProps = {
  id: number;
  actions: readonly ReviewAction[];
  /** What the item asks for: its button is the first to be seen. */
  job: ReviewAction | null;
  accepted: string;
  asksPassword: boolean;
  back: string;
};

/** What was found, and the button for what is done about it. */
export function ReviewForm({ id, actions, job, accepted, asksPassword, back }: ReviewFormProps) {
  const t = useTranslations("adminReview");
  const { state, isPending, formProps } = useFormAction(resolveReviewAction);
  return (
    <form {...formProps} className="grid gap-3">
      <AdminProblem problem={state.problem} />
      <input type="hidden" name="review_id" value={id} />
      <input type="hidden" name="back" value={back} />
      <ResolutionField id={`resolution-${id}`} hint={t("resolutionHint")} state={state} />
      {asksPassword && <OwnPassword id={`review-password-${id}`} state={state} />}
      <div className="flex flex-wrap gap-3">
        {actions.map((action) => (
          <Button
            key={action}
            name="action"
            value={action}
            size="small"
            kind={action === job ? "primary" : "quiet"}
            aria-disabled={isPending}
          >
            {t(`actions.${action}`, { amount: accepted })}
          </Button>
        ))}
      </div>
    </form>
  );
}
