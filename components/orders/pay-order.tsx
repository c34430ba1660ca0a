"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PaymentMethods } from "@/components/checkout/payment-methods";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { payOrderAction } from "@/lib/payments/actions";

type PayOrderProps = { orderId: number; amount: ReactNode; isCash: boolean; phone: string };

/** The order's own way to be paid; one that waits for the courier can still be paid online. */
export function PayOrder({ orderId, amount, isCash, phone }: PayOrderProps) {
  const t = useTranslations("orderForms");
  const { state, isPending, formProps } = useFormAction(payOrderAction);
  const legend = t(isCash ? "payAnother" : "payTitle");
  const values = { wallet_phone: phone, ...state.values };
  return (
    <Card>
      <form {...formProps} className="grid gap-4">
        <ProblemNotice problem={state.problem} />
        <input type="hidden" name="order_id" value={orderId} />
        <PaymentMethods
          legend={legend}
          values={values}
          errors={state.errors}
          methods={isCash ? ["jazzcash", "jazzcash_wallet"] : undefined}
        />
        <Button kind={isCash ? "quiet" : "primary"} size="large" wide aria-disabled={isPending}>
          {t("payNow")}
          <span aria-hidden>· {amount}</span>
        </Button>
      </form>
    </Card>
  );
}
