"use client";

import { useLocale, useTranslations } from "next-intl";
import { AdminProblem } from "@/components/admin/admin-problem";
import { OwnPassword } from "@/components/admin/own-password";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { useFormAction } from "@/components/ui/use-form-action";
import { Link } from "@/i18n/navigation";
import { refundPaymentAction } from "@/lib/refunds/actions";

type Item = { id: number; name: string; name_ur: string; quantity: number; unit_price: string };

type RefundFormProps = {
  paymentId: number;
  orderId: number;
  formKey: string;
  left: string;
  items: readonly Item[];
  /** The password is asked for, since real money moves. */
  isReal: boolean;
  /** Above which a second administrator must approve. */
  limit: string | null;
};

/** Money back in full, by an amount, or by what pieces of the order cost. */
export function RefundForm({ paymentId, orderId, formKey, left, items, isReal, limit }: RefundFormProps) {
  const t = useTranslations("adminPayments");
  const words = useTranslations("fields");
  const forms = useTranslations("adminForms");
  const { state, isPending, formProps } = useFormAction(refundPaymentAction);
  const { values, errors } = state;
  const hasPieces = items.some(({ id }) => Number(values[`line_${id}`] ?? 0) > 0);
  const amountWrong = errors.amount && (hasPieces && values.amount ? t("refundBoth") : forms("amount"));
  return (
    <form {...formProps} className="grid gap-4">
      <AdminProblem problem={state.problem} />
      <input type="hidden" name="payment_id" value={paymentId} />
      <input type="hidden" name="form_key" value={formKey} />
      <Field
        label={t("refundAmount")}
        name="amount"
        inputMode="decimal"
        dir="ltr"
        defaultValue={values.amount}
        hint={t.rich("refundHint", { left: () => <Money amount={left} /> })}
        error={amountWrong}
      />
      <details open={hasPieces || Boolean(errors.lines)} suppressHydrationWarning>
        <summary className="min-h-11 content-center font-medium">{t("byLines")}</summary>
        <div className="grid gap-3 pt-2">
          <p className="text-[0.9375rem] text-ink-soft">{t("byLinesText")}</p>
          {errors.lines && <p className="font-medium text-bad">{t("linesWrong")}</p>}
          {items.map((item) => (
            <Pieces key={item.id} item={item} value={values[`line_${item.id}`]} />
          ))}
        </div>
      </details>
      <Field
        label={t("reason")}
        name="reason"
        maxLength={500}
        defaultValue={values.reason}
        error={errors.reason && words(errors.reason === "too_long" ? "too_long" : "required")}
      />
      <p className="text-[0.9375rem] text-ink-soft">
        {t.rich("stock", {
          link: (chunks) => (
            <Link href={`/admin/orders/${orderId}`} prefetch={false} className="link">
              {chunks}
            </Link>
          ),
        })}
      </p>
      {limit !== null && (
        <p className="text-[0.9375rem]">{t.rich("limit", { limit: () => <Money amount={limit} /> })}</p>
      )}
      {isReal && <OwnPassword id="field-refund-password" state={state} />}
      <Button kind="danger" className="justify-self-start" aria-disabled={isPending}>
        {t("refund")}
      </Button>
    </form>
  );
}

function Pieces({ item, value = "0" }: { item: Item; value?: string }) {
  const t = useTranslations("adminPayments");
  const isUrdu = useLocale() === "ur";
  return (
    <Field
      type="number"
      label={t("pieces", { name: (isUrdu && item.name_ur) || item.name })}
      name={`line_${item.id}`}
      min={0}
      max={item.quantity}
      step={1}
      dir="ltr"
      defaultValue={value}
      hint={t.rich("piecesOf", { count: item.quantity, price: () => <Money amount={item.unit_price} /> })}
    />
  );
}
