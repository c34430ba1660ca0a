"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminProblem } from "@/components/admin/admin-problem";
import { ResolutionField } from "@/components/reviews/resolution-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { closeReviewsAction } from "@/lib/reviews/actions";
import type { ReviewKind } from "@/lib/reviews/model";

type CloseTogetherProps = {
  kind: ReviewKind;
  /** The settlement file that the list is of, and how many of its items are open. */
  file?: { id: number; count: number };
  items: readonly { id: number; label: ReactNode }[];
  back: string;
};

/** Many items of one kind, closed with the same words: those that are ticked, or all about one file. */
export function CloseTogether({ kind, file, items, back }: CloseTogetherProps) {
  const t = useTranslations("adminReview");
  const { state, isPending, formProps } = useFormAction(closeReviewsAction);
  const { resolution, chosen } = state.errors;
  return (
    <details className="card p-4" open={state.problem !== null} suppressHydrationWarning>
      <summary className="min-h-11 content-center font-medium">{t("together.title")}</summary>
      <form {...formProps} className="grid gap-3 pt-2">
        {chosen && !resolution ? (
          <Notice tone="bad" role="alert">
            <p>{t("together.none")}</p>
          </Notice>
        ) : (
          <AdminProblem problem={state.problem} />
        )}
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="back" value={back} />
        {file && <input type="hidden" name="file" value={file.id} />}
        <fieldset className="grid gap-x-6 sm:grid-cols-2">
          <legend className="text-[0.9375rem] text-ink-soft">{t("together.choose")}</legend>
          {items.map(({ id, label }) => (
            <label key={id} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name={`review_${id}`}
                value="yes"
                defaultChecked={state.values[`review_${id}`] === "yes"}
                className="size-5 shrink-0 accent-cobalt"
              />
              <span className="min-w-0 break-words">{label}</span>
            </label>
          ))}
        </fieldset>
        <ResolutionField id="resolution-together" hint={t("together.hint")} state={state} />
        <div className="flex flex-wrap gap-3">
          <Button name="which" value="chosen" size="small" aria-disabled={isPending}>
            {t("together.chosen")}
          </Button>
          {file && file.count > 0 && (
            <Button name="which" value="file" size="small" kind="quiet" aria-disabled={isPending}>
              {t("together.file", { count: Math.min(file.count, 100) })}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
