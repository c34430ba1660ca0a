import { useTranslations } from "next-intl";
import { ClientWords } from "@/components/client-words";
import { CancelOrder } from "@/components/orders/cancel-order";
import { OrderAgain } from "@/components/orders/order-again";
import { paymentStandOf } from "@/components/orders/order-state";
import { PayOrder } from "@/components/orders/pay-order";
import { buttonClass } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import type { OrderView } from "@/lib/orders/schemas";
import { isLive } from "@/lib/payments/model";

const ONLINE = ["jazzcash", "jazzcash_wallet"] as const;

/** What its buyer can do with an order as it stands. */
export function OrderSteps({ order }: { order: OrderView }) {
  const t = useTranslations("order");
  const words = useTranslations("orderForms");
  const stand = paymentStandOf(order);
  const isEarly = order.status === "pending" || (order.status === "confirmed" && stand === "cash");
  const underWay = order.payments.find((payment) => isLive(payment.status));
  return (
    <ClientWords rooms={["orderForms", "checkout", "fields", "problems"]}>
      {stand === "waiting" && underWay && (
        <Link
          href={`/payments/${underWay.transaction_id}`}
          prefetch={false}
          className={buttonClass({ size: "large", wide: true })}
        >
          {t("seePayment")}
        </Link>
      )}
      {isEarly && (stand === "open" || stand === "cash") && (
        <PayOrder
          orderId={order.id}
          amount={<Money amount={order.total_amount} />}
          legend={words(stand === "cash" ? "payAnother" : "payTitle")}
          submit={words("payNow")}
          methods={stand === "cash" ? ONLINE : undefined}
          isQuiet={stand === "cash"}
          phone={order.customer_phone}
        />
      )}
      <div className="grid content-start gap-3">
        <OrderAgain orderId={order.id} />
        {isEarly && (stand === "open" || stand === "cash") && <CancelOrder orderId={order.id} />}
      </div>
    </ClientWords>
  );
}
