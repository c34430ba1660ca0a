"use client";

import { useTranslations } from "next-intl";
import { OwnPassword } from "@/components/admin/own-password";
import { DeskProblem } from "@/components/desk/desk-problem";
import { useDeskForm } from "@/components/desk/use-desk-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { RefundOffer } from "@/lib/refunds/schemas";
import { returnLinesAction } from "@/lib/returns/actions";

type Line = { id: number; name: string; most: number };
type ReturnFormProps = {
  orderId: number;
  version: string;
  lines: readonly Line[];
  /** What can still be paid back; null where money cannot go back, or not by whoever looks. */
  offer: RefundOffer | null;
};

/** Lines of a delivered order are taken back, and with them their price where an administrator says so. */
export function ReturnForm({ orderId, version, lines, offer }: ReturnFormProps) {
  const t = useTranslations("adminOrders");
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useDeskForm(returnLinesAction, version);
  const { values, errors, problem } = state;
  const paidBackOf = (id: number) => {
    const line = offer?.lines.find((one) => one.id === id);
    const count = line ? line.quantity - line.refundable : 0;
    return count > 0 && t("returnPaidBack", { count });
  };
  return (
    <form {...formProps} className="grid gap-3">
      {errors.lines ? (
        <Notice tone="bad" role="alert">
          <p>{t("returnLines")}</p>
        </Notice>
      ) : (
        <DeskProblem problem={problem} orderId={orderId} version={version} />
      )}
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="version" value={version} />
      <p className="text-[0.9375rem] text-ink-soft">{t("returnNote")}</p>
      {lines.map(({ id, name, most }) => (
        <div key={id} className="grid gap-1">
          <Field
            label={t("returnPieces", { name, most })}
            hint={paidBackOf(id)}
            name={`pieces_${id}`}
            type="number"
            min={0}
            max={most}
            defaultValue={values[`pieces_${id}`]}
          />
          <label className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
            <input type="checkbox" name={`lost_${id}`} value="yes" defaultChecked={values[`lost_${id}`] === "yes"} />
            {t("returnLost")}
          </label>
        </div>
      ))}
      <Field
        id="return-reason"
        label={t("returnWhy")}
        name="reason"
        maxLength={500}
        autoComplete="off"
        defaultValue={values.reason}
        error={errors.reason && fields(errors.reason)}
      />
      {offer && (
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="refund" value="yes" defaultChecked={values.refund === "yes"} />
          {t("returnRefund")}
        </label>
      )}
      {offer?.is_real && <OwnPassword id="return-password" state={state} />}
      <Button kind="quiet" wide aria-disabled={isPending}>
        {t("takeBack")}
      </Button>
    </form>
  );
}
