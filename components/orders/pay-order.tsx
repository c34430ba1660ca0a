"use client";

import type { ReactNode } from "react";
import { PaymentMethods } from "@/components/checkout/payment-methods";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { payOrderAction } from "@/lib/payments/actions";
import type { PaymentMethod } from "@/lib/payments/model";

type PayOrderProps = {
  orderId: number;
  amount: ReactNode;
  legend: string;
  hidesLegend?: boolean;
  submit: string;
  methods?: readonly PaymentMethod[];
  isQuiet?: boolean;
  phone: string;
};

/** An order's ways to be paid. */
export function PayOrder({ orderId, amount, submit, isQuiet = false, phone, ...choice }: PayOrderProps) {
  const { state, isPending, formProps } = useFormAction(payOrderAction);
  const values = { wallet_phone: phone, ...state.values };
  return (
    <Card>
      <form {...formProps} className="grid gap-4">
        <ProblemNotice problem={state.problem} />
        <input type="hidden" name="order_id" value={orderId} />
        <PaymentMethods {...choice} values={values} errors={state.errors} />
        <Button kind={isQuiet ? "quiet" : "primary"} size="large" wide aria-disabled={isPending}>
          {submit}
          <span aria-hidden>· {amount}</span>
        </Button>
      </form>
    </Card>
  );
}
