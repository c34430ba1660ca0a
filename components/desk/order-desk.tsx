"use client";

import { useTranslations } from "next-intl";
import { CancelForm } from "@/components/desk/cancel-form";
import { DeskProblem } from "@/components/desk/desk-problem";
import { useDeskForm } from "@/components/desk/use-desk-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { deskStepAction } from "@/lib/desk/actions";
import type { DeskActions } from "@/lib/desk/model";

const MOST = 80;

type OrderDeskProps = {
  orderId: number;
  version: string;
  actions: DeskActions;
  total: string;
  courier: string;
  trackingNumber: string;
};

/** The steps that an order allows as it stands, each with the version that it was drawn from. */
export function OrderDesk({ orderId, version, actions, total, courier, trackingNumber }: OrderDeskProps) {
  const t = useTranslations("adminOrders");
  const { state, isPending, formProps } = useDeskForm(deskStepAction, version);
  const { step, cancel, cashPaymentId } = actions;
  const seen = (
    <>
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid gap-4">
      <DeskProblem problem={state.problem} orderId={orderId} version={version} />
      {!step && !cancel && !cashPaymentId && <p className="text-ink-soft">{t("nothingToDo")}</p>}
      {step && (
        <form {...formProps} className="grid gap-3">
          {seen}
          {step === "ship" && (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field
                label={t("courier")}
                name="courier"
                maxLength={MOST}
                autoComplete="off"
                defaultValue={state.values.courier ?? courier}
              />
              <Field
                label={t("tracking")}
                name="tracking_number"
                maxLength={MOST}
                autoComplete="off"
                dir="ltr"
                defaultValue={state.values.tracking_number ?? trackingNumber}
              />
            </div>
          )}
          <Button name="intent" value={step} wide aria-disabled={isPending}>
            {t(`steps.${step}`)}
          </Button>
        </form>
      )}
      {cashPaymentId && (
        <form {...formProps} className="grid gap-2 border-t border-line pt-4 first:border-0 first:pt-0">
          {seen}
          <input type="hidden" name="payment_id" value={cashPaymentId} />
          <p className="text-[0.9375rem] text-ink-soft">{t("recordCashNote", { amount: total })}</p>
          <Button kind="quiet" name="intent" value="record_cash" wide aria-disabled={isPending}>
            {t("recordCash")}
          </Button>
        </form>
      )}
      {cancel && (
        <form {...formProps} className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0">
          {seen}
          <CancelForm cancel={cancel} values={state.values} isPending={isPending} />
        </form>
      )}
    </div>
  );
}
