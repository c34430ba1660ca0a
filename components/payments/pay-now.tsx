"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { payOrderAction } from "@/lib/payments/actions";

/** The same order once more, on JazzCash's page. */
export function PayNow({ orderId, amount }: { orderId: number; amount: ReactNode }) {
  const t = useTranslations("payment");
  const { state, isPending, formProps } = useFormAction(payOrderAction);
  return (
    <form {...formProps} className="grid gap-3">
      <ProblemNotice problem={state.problem} />
      <input type="hidden" name="order_id" value={orderId} />
      <input type="hidden" name="payment_method" value="jazzcash" />
      <Button size="large" wide aria-disabled={isPending}>
        {t("payNow")}
        <span aria-hidden>· {amount}</span>
      </Button>
    </form>
  );
}
