import { getTranslations } from "next-intl/server";
import { Both, type Words } from "@/components/orders/both";
import { shownPhone } from "@/components/ui/shown-phone";
import { provinceName } from "@/lib/addresses/model";
import type { OrderView } from "@/lib/orders/schemas";

/** From so many lines on the type is smaller, so that all of it stays on one sheet. */
const CLOSE_FROM = 12;
const TINY_FROM = 30;

const sizeOf = (lines: number): string =>
  lines >= TINY_FROM ? "receipt-tiny" : lines >= CLOSE_FROM ? "receipt-close" : "";

/** What goes into the parcel, for whom and where to: one sheet in both languages, and no price on it. */
export async function PackingSlip({ order }: { order: OrderView }) {
  const [en, ur, shopEn, shopUr] = await Promise.all([
    getTranslations({ locale: "en", namespace: "adminOrders" }),
    getTranslations({ locale: "ur", namespace: "adminOrders" }),
    getTranslations({ locale: "en", namespace: "shop" }),
    getTranslations({ locale: "ur", namespace: "shop" }),
  ]);
  const words = (key: "slipTitle" | "slipTo" | "goods" | "slipQuantity" | "slipNote" | "slipPacked"): Words => ({
    en: en(key),
    ur: ur(key),
  });
  const place = [order.shipping_area, order.shipping_city, order.shipping_postal_code].filter(Boolean).join(" · ");
  return (
    <article dir="ltr" className={`receipt card grid gap-5 p-5 sm:p-8 ${sizeOf(order.items.length)}`}>
      <header className="grid gap-3 border-b border-line pb-4">
        <Both words={{ en: shopEn("name"), ur: shopUr("name") }} className="text-xl font-bold" />
        <Both words={words("slipTitle")} className="font-medium text-ink-soft" />
        <h1 className="text-[1.25em]">
          <bdi className="figures">{order.order_number}</bdi>
        </h1>
        <div className="grid gap-1">
          <Both words={words("slipTo")} className="text-ink-soft" />
          <bdi className="text-[1.15em] font-bold">{order.customer_name}</bdi>
          {order.customer_phone && <bdi className="figures">{shownPhone(order.customer_phone)}</bdi>}
          <bdi className="whitespace-pre-line">{order.shipping_address}</bdi>
          <bdi>{place}</bdi>
          {order.shipping_province && <bdi>{provinceName(order.shipping_province, "en")}</bdi>}
          {order.courier + order.tracking_number && (
            <bdi className="figures">{[order.courier, order.tracking_number].filter(Boolean).join(" · ")}</bdi>
          )}
        </div>
        {order.notes && (
          <div className="grid gap-1">
            <Both words={words("slipNote")} className="text-ink-soft" />
            <bdi className="whitespace-pre-line">{order.notes}</bdi>
          </div>
        )}
      </header>
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-edge align-bottom">
            <th scope="col" className="pb-1 text-start font-semibold">
              <Both words={words("goods")} />
            </th>
            <th scope="col" className="w-24 pb-1 text-end font-semibold">
              <Both words={words("slipQuantity")} />
            </th>
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.id} className="border-b border-line align-baseline">
              <td className="py-1">
                <bdi className="figures text-ink-soft">{item.product_item_code}</bdi>
                <Both words={{ en: item.product_name, ur: item.product_name_ur }} />
              </td>
              <td className="figures py-1 text-end text-[1.15em] font-bold">{item.quantity}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Both words={words("slipPacked")} className="border-t border-line pt-3 text-ink-soft" />
    </article>
  );
}
