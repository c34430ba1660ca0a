"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { BulkParcels } from "@/components/desk/bulk-parcels";
import { DoneNotice } from "@/components/admin/done-notice";
import { StepsTaken } from "@/components/desk/row-tick";
import { TickAll } from "@/components/desk/tick-all";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { bulkStepsAction, type BulkState } from "@/lib/desk/actions";
import { DESK_REFUSALS, DESK_STEPS, type DeskStep } from "@/lib/desk/model";

type Taken = NonNullable<BulkState["taken"]>;

/** The rows inside can be chosen and taken one step on together; of each that could not, it is said why. */
export function BulkSteps({ hrefTicked, children }: { hrefTicked: string; children: ReactNode }) {
  const t = useTranslations("adminOrders");
  const { state, isPending, formProps } = useFormAction<BulkState>(bulkStepsAction);
  return (
    <form {...formProps} className="grid gap-3">
      {state.taken && state.step && <Told key={state.doneAt} step={state.step} taken={state.taken} />}
      {state.errors.chosen ? (
        <Notice tone="bad" role="alert">
          <p>{t("bulkNone")}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={state.problem} />
      )}
      {state.parcels && <BulkParcels parcels={state.parcels} isPending={isPending} />}
      <div hidden={state.parcels !== undefined} className="grid gap-3 [&[hidden]]:hidden">
        <Fragment key={state.doneAt}>
          <StepsTaken value={state.taken !== undefined}>{children}</StepsTaken>
          <TickAll href={hrefTicked} />
        </Fragment>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-[0.9375rem] text-ink-soft">{t("bulk")}</span>
          {DESK_STEPS.map((step) => (
            <Button key={step} kind="quiet" size="small" name="step" value={step} aria-disabled={isPending}>
              {t(`steps.${step}`)}
            </Button>
          ))}
        </div>
      </div>
    </form>
  );
}

function Told({ step, taken }: { step: DeskStep; taken: Taken }) {
  const t = useTranslations("adminOrders");
  const problems = useTranslations("problems");
  const refused = taken.filter((one) => !one.is_done);
  const done = taken.flatMap((one) => (one.is_done && one.order_number ? one.order_number : []));
  const whyOf = (code: string | null): string => {
    const refusal = DESK_REFUSALS.find((known) => known === code);
    return refusal ? t(`problems.${refusal}`) : problems("other");
  };
  return (
    <DoneNotice tone={refused.length > 0 ? "wait" : "good"}>
      <p>{t(`bulkDone.${step}`, { count: done.length })}</p>
      {done.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {done.map((number) => (
            <li key={number}>
              <bdi className="figures">{number}</bdi>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && <p>{t("bulkRefused", { count: refused.length })}</p>}
      {refused.length > 0 && (
        <ul className="grid gap-1">
          {refused.map(({ order_id, order_number, code }) => (
            <li key={order_id}>
              <bdi className="figures">{order_number ?? order_id}</bdi>: {whyOf(code)}
            </li>
          ))}
        </ul>
      )}
    </DoneNotice>
  );
}
