"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { cancelOrderAction } from "@/lib/orders/actions";

export function CancelOrder({ orderId }: { orderId: number }) {
  const t = useTranslations("orderForms");
  const { state, isPending, formProps } = useFormAction(cancelOrderAction);
  return (
    <form {...formProps} className="grid gap-2">
      <ProblemNotice problem={state.problem} />
      <input type="hidden" name="order_id" value={orderId} />
      <Button kind="danger" wide aria-disabled={isPending}>
        {t("cancel")}
      </Button>
      <p className="text-[0.9375rem] text-ink-soft">{t("cancelNote")}</p>
    </form>
  );
}
