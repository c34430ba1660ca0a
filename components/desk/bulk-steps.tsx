"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { bulkStepsAction, type BulkState } from "@/lib/desk/actions";
import { DESK_REFUSALS, DESK_STEPS } from "@/lib/desk/model";

type Taken = NonNullable<BulkState["taken"]>;

/** The rows inside can be chosen and taken one step on together; of each that could not, it is said why. */
export function BulkSteps({ children }: { children: ReactNode }) {
  const t = useTranslations("adminOrders");
  const { state, isPending, formProps } = useFormAction<BulkState>(bulkStepsAction);
  return (
    <form {...formProps} className="grid gap-3">
      <div role="status" className="empty:hidden">
        {state.taken && <Told taken={state.taken} />}
      </div>
      {state.errors.chosen ? (
        <Notice tone="bad" role="alert">
          <p>{t("bulkNone")}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={state.problem} />
      )}
      {children}
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-[0.9375rem] text-ink-soft">{t("bulk")}</span>
        {DESK_STEPS.map((step) => (
          <Button key={step} kind="quiet" size="small" name="step" value={step} aria-disabled={isPending}>
            {t(`steps.${step}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}

function Told({ taken }: { taken: Taken }) {
  const t = useTranslations("adminOrders");
  const problems = useTranslations("problems");
  const refused = taken.filter((one) => !one.is_done);
  const whyOf = (code: string | null): string => {
    const refusal = DESK_REFUSALS.find((known) => known === code);
    return refusal ? t(`problems.${refusal}`) : problems("other");
  };
  return (
    <Notice tone={refused.length > 0 ? "wait" : "good"}>
      <p>{t("bulkDone", { count: taken.length - refused.length })}</p>
      {refused.length > 0 && (
        <ul className="grid gap-1">
          {refused.map(({ order_id, order_number, code }) => (
            <li key={order_id}>
              <bdi className="figures">{order_number ?? order_id}</bdi>: {whyOf(code)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
