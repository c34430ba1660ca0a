import { getTranslations } from "next-intl/server";
import { Both, type Words } from "@/components/orders/both";
import { paymentStandOf } from "@/components/orders/order-state";
import { shownPhone } from "@/components/ui/shown-phone";
import { provinceName } from "@/lib/addresses/model";
import type { OrderView } from "@/lib/orders/schemas";
import { formatRupees, readAmount, ZERO } from "@/lib/shared/money";

/** From so many lines on the type is smaller, so that all of it stays on one sheet. */
const CLOSE_FROM = 12;
const TINY_FROM = 30;

const sizeOf = (lines: number): string =>
  lines >= TINY_FROM ? "receipt-tiny" : lines >= CLOSE_FROM ? "receipt-close" : "";

/** What goes into the parcel, for whom and where to: one sheet in both languages. The only sum on it is cash to collect. */
export async function PackingSlip({ order }: { order: OrderView }) {
  const [en, ur, shopEn, shopUr] = await Promise.all([
    getTranslations({ locale: "en", namespace: "adminOrders" }),
    getTranslations({ locale: "ur", namespace: "adminOrders" }),
    getTranslations({ locale: "en", namespace: "shop" }),
    getTranslations({ locale: "ur", namespace: "shop" }),
  ]);
  const collect = paymentStandOf(order) === "cash" ? formatRupees(readAmount(order.total_amount) ?? ZERO) : null;
  const words = (key: "slipTitle" | "slipTo" | "goods" | "slipNote" | "slipPacked"): Words => ({
    en: en(key),
    ur: ur(key),
  });
  const place = [order.shipping_area, order.shipping_city, order.shipping_postal_code].filter(Boolean).join(" · ");
  return (
    <article dir="ltr" lang="en" className={`receipt card grid gap-5 p-5 sm:p-8 ${sizeOf(order.items.length)}`}>
      <header className="grid gap-3 border-b border-line pb-4">
        <Both words={{ en: shopEn("name"), ur: shopUr("name") }} className="text-xl font-bold" />
        <Both words={words("slipTitle")} className="font-medium text-ink-soft" />
        <h1 className="text-[min(1.6em,5.6vw)] print:text-[1.6em]">
          <bdi className="figures">{order.order_number}</bdi>
        </h1>
        {collect && (
          <Both
            words={{ en: en("slipCollect", { amount: collect }), ur: ur("slipCollect", { amount: collect }) }}
            className="figures border-2 border-ink px-3 py-1 text-[1.9em] leading-snug font-bold"
          />
        )}
        <div className="grid gap-1">
          <Both words={words("slipTo")} className="text-ink-soft" />
          <bdi className="text-[1.4em] font-bold">{order.customer_name}</bdi>
          {order.customer_phone && (
            <bdi className="figures text-[1.4em] font-bold">{shownPhone(order.customer_phone)}</bdi>
          )}
          <bdi className="text-[1.2em] whitespace-pre-line">{order.shipping_address}</bdi>
          <bdi className="text-[1.2em]">{place}</bdi>
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
            <th scope="col" className="w-40 ps-6 pb-1 text-end font-semibold whitespace-nowrap">
              <span lang="en">{en("slipQuantity")}</span> ·{" "}
              <span lang="ur" dir="rtl">
                {ur("slipQuantity")}
              </span>
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
