"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useFormAction } from "@/components/ui/use-form-action";
import { Link } from "@/i18n/navigation";
import { cancelOrderAction } from "@/lib/orders/actions";

const MOST = 500;

/** What cancelling means is said before it is done; a payment that came in between is waited for. */
export function CancelOrder({ orderId }: { orderId: number }) {
  const t = useTranslations("orderForms");
  const { state, isPending, formProps } = useFormAction(cancelOrderAction);
  const { problem } = state;
  const isWaiting = problem?.code === "payment_in_progress" && problem.transaction_id !== undefined;
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <h2 className="font-semibold">{t("cancelTitle")}</h2>
      <form {...formProps} className="grid gap-3">
        {isWaiting ? (
          <Notice tone="wait" role="alert">
            <p>{t("cancelWaits")}</p>
            <Link href={`/payments/${problem.transaction_id}`} prefetch={false} className="link">
              {t("cancelWaitsLink")}
            </Link>
          </Notice>
        ) : (
          <ProblemNotice problem={problem} />
        )}
        <input type="hidden" name="order_id" value={orderId} />
        <p className="text-[0.9375rem] text-ink-soft">{t("cancelNote")}</p>
        <Field
          label={t("reason")}
          optional={t("optional")}
          name="reason"
          maxLength={MOST}
          autoComplete="off"
          defaultValue={state.values.reason}
        />
        <Button kind="danger" wide aria-disabled={isPending}>
          {t("cancel")}
        </Button>
      </form>
    </section>
  );
}
