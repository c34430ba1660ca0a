import { useTranslations } from "next-intl";
import { ClientWords } from "@/components/client-words";
import { CancelOrder } from "@/components/orders/cancel-order";
import { OrderAgain } from "@/components/orders/order-again";
import { paymentStandOf } from "@/components/orders/order-state";
import { PayOrder } from "@/components/orders/pay-order";
import { Money } from "@/components/ui/money";
import type { OrderView } from "@/lib/orders/schemas";

const ONLINE = ["jazzcash", "jazzcash_wallet"] as const;

/** What else its buyer can do with an order as it stands. */
export function OrderSteps({ order, formKey }: { order: OrderView; formKey: string }) {
  const words = useTranslations("orderForms");
  const stand = paymentStandOf(order);
  const isCash = stand === "cash" && (order.status === "pending" || order.status === "confirmed");
  return (
    <ClientWords rooms={["orderForms", "checkout", "fields", "problems"]}>
      <OrderAgain orderId={order.id} formKey={formKey} />
      {isCash && (
        <PayOrder
          orderId={order.id}
          amount={<Money amount={order.total_amount} />}
          legend={words("payAnother")}
          submit={words("payNow")}
          methods={ONLINE}
          isQuiet
          phone={order.customer_phone}
        />
      )}
      {(isCash || (stand === "open" && order.status === "pending")) && <CancelOrder orderId={order.id} />}
    </ClientWords>
  );
}
