import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderAttempts } from "@/components/orders/order-attempts";
import { OrderGoods } from "@/components/orders/order-goods";
import { OrderMoney } from "@/components/orders/order-money";
import { OrderStateMark } from "@/components/orders/order-state";
import { OrderSteps } from "@/components/orders/order-steps";
import { OrderTimeline } from "@/components/orders/order-timeline";
import { Card } from "@/components/ui/card";
import { When } from "@/components/ui/when";
import { Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { shownPhone } from "@/components/ui/shown-phone";
import { loadOrder } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("order"))("title"));
}

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { order, payBy, now } = await loadOrder((await params).id);
  const t = await getTranslations("order");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_auto_1fr] lg:gap-x-6">
      <header className="grid gap-2 lg:col-span-2">
        <Link href="/orders" prefetch={false} className="link justify-self-start text-[0.9375rem]">
          {t("all")}
        </Link>
        <h1 className="text-[clamp(1.125rem,5.6vw,1.75rem)]">
          <bdi className="figures">{order.order_number}</bdi>
        </h1>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <OrderStateMark status={order.status} />
          <span className="text-[0.9375rem] text-ink-soft">
            {t.rich("placed", { when: () => <When at={order.created_at} now={now} /> })}
          </span>
        </div>
      </header>
      <OrderMoney order={order} payBy={payBy} now={now} />
      <div className="grid gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-2">
        <OrderSteps order={order} />
      </div>
      <div className="grid gap-5">
        <OrderGoods order={order} />
        <OrderTimeline order={order} now={now} />
        <OrderAttempts payments={order.payments} now={now} />
        <Card title={t("deliverTo")}>
          <address className="grid gap-1 not-italic">
            {order.customer_name && <bdi>{order.customer_name}</bdi>}
            <bdi className="whitespace-pre-line">{order.shipping_address}</bdi>
            {order.shipping_city && <bdi>{order.shipping_city}</bdi>}
            {order.customer_phone && <bdi className="figures">{shownPhone(order.customer_phone)}</bdi>}
          </address>
          {order.notes && (
            <p className="text-[0.9375rem]">
              <span className="text-ink-soft">{t("notes")}: </span>
              <bdi>{order.notes}</bdi>
            </p>
          )}
        </Card>
      </div>
    </div>
  );
}
