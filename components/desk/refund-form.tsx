"use client";

import { useTranslations } from "next-intl";
import { DeskProblem } from "@/components/desk/desk-problem";
import { useDeskForm } from "@/components/desk/use-desk-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Link } from "@/i18n/navigation";
import { refundAction } from "@/lib/desk/actions";

type RefundFormProps = { orderId: number; version: string; paymentId: number; paymentHref: string; left: string };

/** Money of an order goes back, in full or in part; more than that is on the payment's own page. */
export function RefundForm({ orderId, version, paymentId, paymentHref, left }: RefundFormProps) {
  const t = useTranslations("adminOrders");
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useDeskForm(refundAction, version);
  const wrong = (name: string) => state.errors[name] && fields(state.errors[name]);
  return (
    <form {...formProps} className="grid gap-3">
      <DeskProblem problem={state.problem} orderId={orderId} version={version} />
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="payment_id" value={paymentId} />
      <Field
        id="refund-amount"
        label={t("amount")}
        hint={t("amountHint", { amount: left })}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        defaultValue={state.values.amount}
        error={wrong("amount")}
      />
      <Field
        id="refund-reason"
        label={t("reason")}
        name="reason"
        maxLength={500}
        autoComplete="off"
        defaultValue={state.values.reason}
        error={wrong("reason")}
      />
      <p className="text-[0.9375rem] text-ink-soft">{t("refundNote")}</p>
      <Button kind="danger" wide aria-disabled={isPending}>
        {t("refund")}
      </Button>
      <Link href={paymentHref} prefetch={false} className="link justify-self-start text-[0.9375rem]">
        {t("toPayment")}
      </Link>
    </form>
  );
}
