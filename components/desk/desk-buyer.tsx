import { useTranslations } from "next-intl";
import { AddressLines } from "@/components/addresses/address-lines";
import { Card } from "@/components/ui/card";
import { shownPhone } from "@/components/ui/shown-phone";
import { When } from "@/components/ui/when";
import type { OrderView } from "@/lib/orders/schemas";

type DeskBuyerProps = {
  order: OrderView;
  buyer: { email: string | null; isGuest: boolean } | undefined;
  calledAt: string | null;
  now: Date;
};

/** Who ordered and where it goes: all that the courier and whoever calls need. */
export function DeskBuyer({ order, buyer, calledAt, now }: DeskBuyerProps) {
  const t = useTranslations("adminOrders");
  const place = {
    address: order.shipping_address,
    area: order.shipping_area,
    city: order.shipping_city,
    province: order.shipping_province,
  };
  const account = buyer?.isGuest === false ? buyer.email : null;
  return (
    <Card title={t("customer")}>
      <address className="grid gap-1 not-italic">
        {order.customer_name && <bdi className="font-semibold">{order.customer_name}</bdi>}
        {order.customer_phone && (
          <a href={`tel:${order.customer_phone}`} className="link justify-self-start">
            <bdi className="figures">{shownPhone(order.customer_phone)}</bdi>
          </a>
        )}
        {order.customer_email && <bdi className="break-all">{order.customer_email}</bdi>}
        <AddressLines {...place} />
        {order.shipping_postal_code && <bdi className="figures">{order.shipping_postal_code}</bdi>}
      </address>
      {order.notes && (
        <p>
          <span className="text-ink-soft">{t("buyersNote")}: </span>
          <bdi className="whitespace-pre-line">{order.notes}</bdi>
        </p>
      )}
      {calledAt && <p>{t.rich("called", { when: () => <When at={calledAt} now={now} /> })}</p>}
      <p className="text-[0.9375rem] text-ink-soft">
        {t("account")}: {account ? <bdi className="break-all">{account}</bdi> : t("guest")}
      </p>
      {order.courier + order.tracking_number && (
        <p>
          <span className="text-ink-soft">{t("courier")}: </span>
          <bdi>{order.courier}</bdi> <bdi className="figures">{order.tracking_number}</bdi>
        </p>
      )}
    </Card>
  );
}
