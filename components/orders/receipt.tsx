import { getTranslations } from "next-intl/server";
import { Both, type BothWords } from "@/components/orders/both";
import { ReceiptLines } from "@/components/orders/receipt-lines";
import { ReceiptMoney } from "@/components/orders/receipt-money";
import { shownPhone } from "@/components/ui/shown-phone";
import type { OrderView } from "@/lib/orders/schemas";
import type { ToldRefund } from "@/lib/refunds/list-refunds";
import { pakistanClock, pakistanDate } from "@/lib/shared/pakistan-time";

/** From so many lines on the type is smaller, so that all of it stays on one sheet. */
const CLOSE_FROM = 9;
const TINY_FROM = 26;

function sizeOf(lines: number): string {
  if (lines >= TINY_FROM) return "receipt-tiny";
  return lines >= CLOSE_FROM ? "receipt-close" : "";
}

function standOf(order: OrderView) {
  if (order.payment_status === "partially_refunded") return "partly";
  if (order.payment_status !== "unpaid") return order.payment_status;
  return order.status === "cancelled" ? "nothing" : "unpaid";
}

/** One order on one sheet, in English and Urdu: a receipt where money was received, else a slip that says it is none. */
export async function Receipt({ order, refunds }: { order: OrderView; refunds: readonly ToldRefund[] }) {
  const [en, ur, shopEn, shopUr, timeEn, timeUr] = await Promise.all([
    getTranslations({ locale: "en", namespace: "receipt" }),
    getTranslations({ locale: "ur", namespace: "receipt" }),
    getTranslations({ locale: "en", namespace: "shop" }),
    getTranslations({ locale: "ur", namespace: "shop" }),
    getTranslations({ locale: "en", namespace: "time" }),
    getTranslations({ locale: "ur", namespace: "time" }),
  ]);
  const words: BothWords = (key) => ({ en: en(key), ur: ur(key) });
  const timeIn = { en: timeEn, ur: timeUr };
  const dateIn = (locale: "en" | "ur", at: string): string => {
    const moment = new Date(at);
    const time = timeIn[locale]("clock", pakistanClock(moment));
    return timeIn[locale]("other", { date: pakistanDate(locale, moment), time });
  };
  const isReceipt = Number(order.paid_amount) > 0;
  return (
    <article dir="ltr" lang="en" className={`receipt card grid gap-5 p-5 sm:p-8 ${sizeOf(order.items.length)}`}>
      <header className="grid gap-3 border-b border-line pb-4">
        <Both words={{ en: shopEn("name"), ur: shopUr("name") }} className="text-xl font-bold" />
        <div className="grid gap-1">
          <Both words={words(isReceipt ? "receipt" : "slip")} className="font-medium text-ink-soft" />
          <h1 className="text-[min(1.25em,5vw)]">
            <bdi className="figures">{order.order_number}</bdi>
          </h1>
          <Both words={{ en: dateIn("en", order.created_at), ur: dateIn("ur", order.created_at) }} />
        </div>
        <Both words={words(standOf(order))} className="text-[1.1em] font-bold" />
        {!isReceipt && <Both words={words("slipNote")} />}
        {order.status === "cancelled" && <Both words={words("cancelled")} />}
        {order.customer_name && (
          <p>
            <Both words={words("to")} className="text-ink-soft" />
            <bdi className="font-medium">{order.customer_name}</bdi>
            {order.customer_phone && <bdi className="figures"> · {shownPhone(order.customer_phone)}</bdi>}
            {order.shipping_city && <bdi> · {order.shipping_city}</bdi>}
          </p>
        )}
      </header>
      <ReceiptLines order={order} words={words} />
      <ReceiptMoney order={order} refunds={refunds} words={words} dateIn={dateIn} />
      <Both words={words("thanks")} className="border-t border-line pt-3 text-ink-soft" />
    </article>
  );
}
