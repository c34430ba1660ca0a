"use client";

import { useTranslations } from "next-intl";
import { AdminProblem } from "@/components/admin/admin-problem";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFormAction } from "@/components/ui/use-form-action";
import { recordCallAction } from "@/lib/cash/actions";

/** The buyer of a cash order was called: reached, or not yet. */
export function CallBuyer({ orderId }: { orderId: number }) {
  const t = useTranslations("adminCall");
  const fields = useTranslations("fields");
  const { state, isPending, formProps } = useFormAction(recordCallAction);
  return (
    <form {...formProps} className="grid gap-3">
      <AdminProblem problem={state.problem} />
      <p>{t("ask")}</p>
      <input type="hidden" name="order_id" value={orderId} />
      <Field
        id="call-notes"
        name="notes"
        label={t("notes")}
        optional={t("optional")}
        maxLength={1000}
        dir="auto"
        defaultValue={state.values.notes}
        error={state.errors.notes && fields(state.errors.notes)}
      />
      <div className="flex flex-wrap gap-3">
        <Button size="small" name="outcome" value="reached" aria-disabled={isPending}>
          {t("reached")}
        </Button>
        <Button size="small" kind="quiet" name="outcome" value="not_reached" aria-disabled={isPending}>
          {t("notReached")}
        </Button>
      </div>
    </form>
  );
}
