import { useTranslations } from "next-intl";
import { ClientWords } from "@/components/client-words";
import { paymentStandOf } from "@/components/orders/order-state";
import { PayOrder } from "@/components/orders/pay-order";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";
import { isLive } from "@/lib/payments/model";

/** Whether an order waits for its buyer: for money, or for a look at the payment that is being checked. */
export function hasNextStep(order: OrderView): boolean {
  const stand = paymentStandOf(order);
  return stand === "waiting" || (stand === "open" && order.status === "pending");
}

/** The one big step that an order waits for. */
export function OrderNextStep({ order }: { order: OrderView }) {
  const t = useTranslations("order");
  const words = useTranslations("orderForms");
  const underWay = order.payments.find((payment) => isLive(payment.status));
  if (paymentStandOf(order) === "waiting" && underWay) {
    return (
      <Link
        href={`/payments/${underWay.transaction_id}`}
        prefetch={false}
        className={buttonClass({ size: "large", wide: true })}
      >
        {t("seePayment")}
      </Link>
    );
  }
  return (
    <ClientWords rooms={["orderForms", "checkout", "fields", "problems"]}>
      <PayOrder
        orderId={order.id}
        amount={<Money amount={order.total_amount} />}
        legend={words("payTitle")}
        submit={words("payNow")}
        phone={order.customer_phone}
      />
    </ClientWords>
  );
}
