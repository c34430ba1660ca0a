import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { RefundForm } from "@/components/refunds/refund-form";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { inquireNowAction } from "@/lib/payments/actions";
import type { SearchedPaymentView } from "@/lib/payments/schemas";
import { giveBackNowAction } from "@/lib/refunds/actions";

type Item = { id: number; name: string; name_ur: string; quantity: number; unit_price: string };
type PaymentActionsProps = {
  payment: SearchedPaymentView;
  left: string;
  items: readonly Item[];
  isAdmin: boolean;
  canRefund: boolean;
  isReal: boolean;
  limit: string | null;
  formKey: string;
};

/** Only what may be done with a payment as it stands, by whoever looks at it. */
export async function PaymentActions({ payment, left, items, isAdmin, canRefund, ...rest }: PaymentActionsProps) {
  const t = await getTranslations("adminPayments");
  const fields = { payment_id: payment.id };
  const isWaiting = isAdmin && payment.give_back_wanted_at !== null;
  return (
    <>
      {(payment.payment_method !== "cash_on_delivery" || isWaiting) && (
        <Card title={t("actions")}>
          {payment.payment_method !== "cash_on_delivery" && (
            <ActionForm action={inquireNowAction} fields={fields} label={t("inquire")} />
          )}
          {isWaiting && (
            <div className="grid gap-3">
              <p>{t.rich("giveBackText", { amount: () => <Money amount={left} /> })}</p>
              <ActionForm
                action={giveBackNowAction}
                fields={fields}
                label={t("giveBackNow")}
                kind="danger"
                password={rest.isReal && "field-give-back-password"}
              />
            </div>
          )}
        </Card>
      )}
      {canRefund && (
        <Card title={t("refundTitle")}>
          <RefundForm
            paymentId={payment.id}
            orderId={payment.order_id}
            formKey={rest.formKey}
            left={left}
            items={items}
            isReal={rest.isReal}
            limit={rest.limit}
          />
        </Card>
      )}
    </>
  );
}
