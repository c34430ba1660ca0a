import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddressLines } from "@/components/addresses/address-lines";
import { OrderNotice } from "@/components/checkout/order-notice";
import { CourierLine } from "@/components/orders/courier-line";
import { GuestNote } from "@/components/orders/guest-note";
import { OrderAttempts } from "@/components/orders/order-attempts";
import { OrderGoods } from "@/components/orders/order-goods";
import { OrderMoney } from "@/components/orders/order-money";
import { hasNextStep, OrderNextStep } from "@/components/orders/order-next-step";
import { OrderPapers } from "@/components/orders/order-papers";
import { OrderStateMark, paymentStandOf } from "@/components/orders/order-state";
import { OrderSteps } from "@/components/orders/order-steps";
import { OrderTimeline } from "@/components/orders/order-timeline";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { shownPhone } from "@/components/ui/shown-phone";
import { When } from "@/components/ui/when";
import { getPathname, Link } from "@/i18n/navigation";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadOrder } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("order"))("title"));
}

type OrderPageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ notice?: unknown }> };

export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { notice } = await searchParams;
  const loaded = await loadOrder((await params).id);
  if (!loaded) return <NotFoundPage />;
  const { order, refunds, pictures, payBy, isGuest, me, siteUrl, now, formKey } = loaded;
  const [t, words, locale] = await Promise.all([getTranslations("order"), getTranslations("payment"), getLocale()]);
  const track = getPathname({ href: { pathname: "/track", query: { order_number: order.order_number } }, locale });
  const isWaited = hasNextStep(order);
  const { shipping_address, shipping_area, shipping_city, shipping_province } = order;
  const place = {
    address: shipping_address,
    area: shipping_area,
    city: shipping_city,
    province: shipping_province,
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_auto_auto_1fr] lg:gap-x-6">
      <header className="grid gap-2 lg:col-span-2">
        <Link href="/orders" prefetch={false} className="link justify-self-start text-[0.9375rem]">
          {t("all")}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3">
          <h1 className="text-[clamp(1.125rem,5.6vw,1.75rem)]">
            <bdi className="figures">{order.order_number}</bdi>
          </h1>
          <CopyButton text={order.order_number} label={words("copy")} done={words("copied")} />
        </div>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <OrderStateMark status={order.status} isChecked={paymentStandOf(order) === "waiting"} />
          <span className="text-[0.9375rem] text-ink-soft">
            {t.rich("placed", { when: () => <When at={order.created_at} now={now} /> })}
          </span>
        </div>
        <CourierLine courier={order.courier} trackingNumber={order.tracking_number} />
        <OrderNotice notice={notice} />
      </header>
      <OrderMoney order={order} refunds={refunds} payBy={payBy} now={now} />
      {isWaited && (
        <div className="grid lg:col-start-2 lg:row-span-2 lg:row-start-2 lg:pb-5">
          <OrderNextStep order={order} />
        </div>
      )}
      <div className="grid gap-5 lg:row-span-2 lg:row-start-3">
        <OrderTimeline order={order} refunds={refunds} me={me} now={now} />
        <OrderGoods order={order} pictures={pictures} />
        <OrderAttempts payments={order.payments} now={now} />
        <Card title={t("deliverTo")}>
          <address className="grid gap-1 not-italic">
            {order.customer_name && <bdi className="font-medium">{order.customer_name}</bdi>}
            <AddressLines {...place} />
            {order.customer_phone && <bdi className="figures">{shownPhone(order.customer_phone)}</bdi>}
          </address>
          {order.notes && (
            <p className="text-[0.9375rem]">
              <span className="text-ink-soft">{t("notes")}: </span>
              <bdi className="whitespace-pre-line">{order.notes}</bdi>
            </p>
          )}
        </Card>
      </div>
      <div
        className={`grid gap-4 lg:col-start-2 ${isWaited ? "lg:row-start-4 lg:-mt-5" : "lg:row-span-3 lg:row-start-2"}`}
      >
        <OrderPapers
          orderId={order.id}
          orderNumber={order.order_number}
          isPaid={Number(order.paid_amount) > 0}
          trackUrl={siteUrl + track}
        />
        <OrderSteps order={order} formKey={formKey} />
        {isGuest && <GuestNote orderNumber={order.order_number} />}
      </div>
    </div>
  );
}
