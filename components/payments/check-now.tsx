"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { askGatewayAction } from "@/lib/payments/actions";

/** For who does not want to wait, and for who has no scripts. */
export function CheckNow({ transactionId }: { transactionId: string }) {
  const t = useTranslations("payment");
  const { state, isPending, formProps } = useFormAction(askGatewayAction);
  return (
    <form {...formProps} className="grid gap-3">
      <ProblemNotice problem={state.problem} />
      <input type="hidden" name="transaction_id" value={transactionId} />
      <Button kind="quiet" wide aria-disabled={isPending}>
        {t("checkNow")}
      </Button>
    </form>
  );
}
