import { useTranslations } from "next-intl";
import { CourierLine } from "@/components/orders/courier-line";
import { OrderStateMark } from "@/components/orders/order-state";
import { OrderTimeline } from "@/components/orders/order-timeline";
import type { TrackedOrderView } from "@/lib/orders/schemas";

/** How far an order is, and nothing of whom it is. */
export function TrackedOrder({ order, now }: { order: TrackedOrderView; now: Date }) {
  const t = useTranslations("track");
  const next = useTranslations("order.next");
  return (
    <section aria-labelledby="tracked" className="grid gap-5">
      <div className="grid gap-2">
        <h2 id="tracked" className="text-xl font-bold">
          <bdi className="figures">{order.order_number}</bdi>
        </h2>
        <OrderStateMark status={order.status} />
        <CourierLine courier={order.courier} trackingNumber={order.tracking_number} />
        <p>{order.status === "pending" ? t("pendingNext") : next(order.status)}</p>
      </div>
      <OrderTimeline order={order} now={now} />
    </section>
  );
}
