import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { RefundForm } from "@/components/refunds/refund-form";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { inquireNowAction } from "@/lib/payments/actions";
import type { SearchedPaymentView } from "@/lib/payments/schemas";
import { giveBackNowAction } from "@/lib/refunds/actions";
import type { RefundOffer } from "@/lib/refunds/schemas";

type PaymentActionsProps = {
  payment: SearchedPaymentView;
  left: string;
  isAdmin: boolean;
  isReal: boolean;
  offer: RefundOffer | null;
};

/** Only what may be done with a payment as it stands, by whoever looks at it. */
export async function PaymentActions({ payment, left, isAdmin, isReal, offer }: PaymentActionsProps) {
  const [t, refunds] = await Promise.all([getTranslations("adminPayments"), getTranslations("adminRefunds")]);
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
                password={isReal && "field-give-back-password"}
              />
            </div>
          )}
        </Card>
      )}
      {offer && (
        <Card title={refunds("title")}>
          <RefundForm offer={offer}>
            <p className="text-[0.9375rem] text-ink-soft">
              {refunds.rich("stock", {
                link: (chunks) => (
                  <Link href={`/admin/orders/${payment.order_id}`} prefetch={false} className="link">
                    {chunks}
                  </Link>
                ),
              })}
            </p>
          </RefundForm>
        </Card>
      )}
    </>
  );
}
