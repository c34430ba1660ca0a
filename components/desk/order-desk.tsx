"use client";

import { useTranslations } from "next-intl";
import { CancelForm } from "@/components/desk/cancel-form";
import { DeskProblem } from "@/components/desk/desk-problem";
import { ParcelFields } from "@/components/desk/parcel-fields";
import { useDeskForm } from "@/components/desk/use-desk-form";
import { Button } from "@/components/ui/button";
import { deskStepAction } from "@/lib/desk/actions";
import type { DeskActions } from "@/lib/desk/model";
import type { Awaited } from "@/lib/desk/who-is-awaited";

type OrderDeskProps = {
  orderId: number;
  version: string;
  actions: DeskActions;
  waits: Awaited["who"] | null;
  /** Whether whoever looks can give its money back on this page. */
  canRefund: boolean;
  total: string;
  courier: string;
  trackingNumber: string;
};

/** The steps that an order allows as it stands, each with the version that it was drawn from. */
export function OrderDesk({ orderId, version, actions, waits, canRefund, ...props }: OrderDeskProps) {
  const t = useTranslations("adminOrders");
  const { state, isPending, formProps } = useDeskForm(deskStepAction, version);
  const { step, cancel, cashPaymentId } = actions;
  const { total, courier, trackingNumber } = props;
  const seen = (
    <>
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid gap-4">
      <DeskProblem problem={state.problem} orderId={orderId} version={version} />
      {!step && !cancel && !cashPaymentId && (
        <p className="text-ink-soft">{t(waits ? `nothingToDoYet.${waits}` : "nothingToDo")}</p>
      )}
      {step && (
        <form {...formProps} className="grid gap-3">
          {seen}
          {step === "ship" && <ParcelFields state={state} courier={courier} trackingNumber={trackingNumber} />}
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
      {actions.changesParcel && (
        <form {...formProps} className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0">
          {seen}
          <ParcelFields state={state} courier={courier} trackingNumber={trackingNumber} />
          <Button kind="quiet" name="intent" value="parcel" wide aria-disabled={isPending}>
            {t("saveParcel")}
          </Button>
        </form>
      )}
      {actions.cancelsAfterRefund && (
        <p className="border-t border-line pt-4 text-[0.9375rem] first:border-0 first:pt-0">
          {t(canRefund ? "cancelAfterRefund" : "cancelAfterRefundByAdmin")}{" "}
          {canRefund && (
            <a href="#refund" className="link">
              {t("toRefund")}
            </a>
          )}
        </p>
      )}
      {cancel && (
        <form id="cancel" {...formProps} className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0">
          {seen}
          <CancelForm end={cancel} state={state} isPending={isPending} />
        </form>
      )}
    </div>
  );
}
