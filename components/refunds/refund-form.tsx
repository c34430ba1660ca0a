"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminProblem } from "@/components/admin/admin-problem";
import { OwnPassword } from "@/components/admin/own-password";
import { DeskProblem } from "@/components/desk/desk-problem";
import { useDeskForm } from "@/components/desk/use-desk-form";
import { RefundPieces } from "@/components/refunds/refund-pieces";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { refundPaymentAction } from "@/lib/refunds/actions";
import type { RefundOffer } from "@/lib/refunds/schemas";

type RefundFormProps = {
  offer: RefundOffer;
  /** The order whose page it stands on, and leads back to, as it was drawn. */
  seen?: { orderId: number; version: string };
  /** What more is to be said before it is sent. */
  children?: ReactNode;
};

/** Money back in full, by an amount, or by what pieces of the order cost. */
export function RefundForm({ offer, seen, children }: RefundFormProps) {
  const t = useTranslations("adminRefunds");
  const words = useTranslations("fields");
  const forms = useTranslations("adminForms");
  const { state, isPending, formProps } = useDeskForm(refundPaymentAction, seen?.version);
  const { values, errors, problem } = state;
  const hasPieces = offer.lines.some(({ id }) => Number(values[`line_${id}`] ?? 0) > 0);
  const amountWrong = errors.amount && (hasPieces && values.amount ? t("both") : forms("amount"));
  return (
    <form {...formProps} className="grid gap-4">
      {seen && problem?.code === "order_changed" ? (
        <DeskProblem problem={problem} {...seen} />
      ) : (
        <AdminProblem problem={problem} />
      )}
      <input type="hidden" name="payment_id" value={offer.payment_id} />
      <input type="hidden" name="form_key" value={offer.form_key} />
      {seen && (
        <>
          <input type="hidden" name="order_id" value={seen.orderId} />
          <input type="hidden" name="version" value={seen.version} />
        </>
      )}
      <Field
        id="refund-amount"
        label={t("amount")}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        defaultValue={values.amount}
        hint={t.rich("hint", { left: () => <Money amount={offer.left} /> })}
        error={amountWrong}
      />
      {offer.lines.length > 0 && (
        <RefundPieces lines={offer.lines} values={values} isOpen={hasPieces || Boolean(errors.lines)}>
          {errors.lines && <p className="font-medium text-bad">{t("linesWrong")}</p>}
        </RefundPieces>
      )}
      <Field
        id="refund-reason"
        label={t("reason")}
        name="reason"
        maxLength={500}
        autoComplete="off"
        defaultValue={values.reason}
        error={errors.reason && words(errors.reason === "too_long" ? "too_long" : "required")}
      />
      {children}
      {offer.approval_above !== null && (
        <p className="text-[0.9375rem]">
          {t.rich("limit", { limit: () => <Money amount={offer.approval_above ?? ""} /> })}
        </p>
      )}
      {offer.is_real && <OwnPassword id="refund-password" state={state} />}
      <Button kind="danger" wide={seen !== undefined} className="justify-self-start" aria-disabled={isPending}>
        {t("refund")}
      </Button>
    </form>
  );
}
