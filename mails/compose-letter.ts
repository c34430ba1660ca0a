import { declineReason } from "@/components/payments/decline-reason";
import type { LetterFacts } from "@/lib/messages/find-letter-facts";
import { takenOf } from "@/lib/payments/model";
import { formatRupees, type Paisa, timesPaisa } from "@/lib/shared/money";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import type { Locale } from "@/lib/users/model";
import type { Letter } from "@/mails/letter";
import { type AccountVariant, type OrderVariant, variantOf } from "@/mails/variant-of";
import { partsOf, type Words, wordsIn } from "@/mails/words-in";

export type House = { siteUrl: string; paymentExpiryMinutes: number };

type OrderFacts = LetterFacts & { order: NonNullable<LetterFacts["order"]> };

const CAN_PAY: readonly OrderVariant[] = ["placed", "failed", "expired"];

export const addressIn = (locale: Locale, { siteUrl }: House, path: string): string =>
  `${siteUrl}${locale === "ur" ? "/ur" : ""}${path}`;

/** The letter of one row of the outbox, as things stand now; the same words go into HTML and text. */
export function composeLetter(facts: LetterFacts, house: House): Letter {
  const words = wordsIn(facts.message.locale);
  const { order } = facts;
  return order ? orderLetter({ ...facts, order }, words, house) : accountLetter(facts, words, house);
}

/** What the sentences of an order's message are filled with. */
export function valuesOf({ message, order, payment, refund }: OrderFacts, { time, ltr, why }: Words, house: House) {
  const taken = payment && payment.completedAt !== null ? takenOf(payment) : null;
  const returned = order.paidPaisa > 0 && order.status === "cancelled" ? order.refundedPaisa : null;
  const amount: Paisa = refund?.amountPaisa ?? returned ?? taken ?? order.totalPaisa;
  const heldFrom = payment && payment.createdAt > order.createdAt ? payment.createdAt : order.createdAt;
  const voucherEnd = payment?.voucherNumber ? payment.expiresAt : null;
  return {
    number: ltr(order.orderNumber),
    amount: ltr(formatRupees(amount)),
    time: time(voucherEnd ?? minutesAfter(heldFrom, house.paymentExpiryMinutes)),
    voucher: ltr(payment?.voucherNumber ?? ""),
    why: why(declineReason(payment?.responseCode ?? null)),
    text: message.details.text ?? "",
  };
}

/** Where an order is seen: its own page for an account, the tracking page for a guest. */
function orderAddress({ message, order }: OrderFacts, house: House): string {
  const path = order.isGuest ? "/track" : `/orders/${order.id}`;
  return addressIn(message.locale, house, path);
}

function orderLetter(facts: OrderFacts, words: Words, house: House): Letter {
  const { t, ltr, list } = words;
  const { message, order, payment } = facts;
  const variant = variantOf(facts) as OrderVariant;
  const values = valuesOf(facts, words, house);
  const canPay = CAN_PAY.includes(variant) && !order.isGuest;
  const orderLabel = t(order.isGuest ? "toTrack" : "toOrder");
  const label = canPay ? t("toPay", { amount: values.amount }) : orderLabel;
  return {
    locale: message.locale,
    subject: partsOf(t(`${variant}.subject`, values)).join(""),
    title: t(`${variant}.title`),
    hello: order.customerName ? t("hello", { name: order.customerName }) : null,
    paragraphs: [t(`${variant}.money`, values), t(`${variant}.next`, values)],
    action: { label, href: orderAddress(facts, house), hint: order.isGuest ? t("toTrackHint") : null },
    facts: [
      ...(variant === "voucher"
        ? ([
            [t("facts.voucher"), values.voucher],
            [t("facts.until"), values.time],
          ] as [string, string][])
        : []),
      [t("facts.order"), values.number],
      ...(payment && message.paymentId !== null
        ? ([[t("facts.reference"), ltr(payment.transactionId)]] as [string, string][])
        : []),
      ...(variant === "shipped" || variant === "shipped_cash" ? travelFacts(order, words) : []),
      [t("facts.address"), list([order.customerName, order.shippingAddress, order.shippingCity])],
    ],
    goods: goodsOf(order, words),
    because: t("because.order", { number: values.number }),
    linkHint: t("link"),
    shop: t("shop"),
  };
}

/** With whom a parcel travels, where that was said. */
const travelFacts = ({ courier, trackingNumber }: OrderFacts["order"], { t, ltr }: Words): [string, string][] => [
  ...(courier ? ([[t("facts.courier"), courier]] as [string, string][]) : []),
  ...(trackingNumber ? ([[t("facts.tracking"), ltr(trackingNumber)]] as [string, string][]) : []),
];

function goodsOf(order: OrderFacts["order"], { t, ltr }: Words): Letter["goods"] {
  const isUrdu = order.locale === "ur";
  const rupees = (amount: Paisa) => ltr(formatRupees(amount));
  const sums: [string, Paisa][] = [
    [t("sums.delivery"), order.deliveryPaisa],
    [t("sums.discount"), order.discountPaisa],
  ];
  return {
    title: t("goods"),
    lines: order.items.map(({ productName, productNameUr, quantity, unitPricePaisa }) => [
      `${(isUrdu && productNameUr) || productName} · ${t("pieces", { count: quantity })}`,
      rupees(timesPaisa(unitPricePaisa, quantity)),
    ]),
    sums: [
      ...sums
        .filter(([, amount]) => amount > 0)
        .map(([label, amount]): [string, string] => [
          label,
          label === t("sums.discount") ? ltr(`−${formatRupees(amount)}`) : rupees(amount),
        ]),
      [t("sums.total"), rupees(order.totalPaisa)],
    ],
  };
}

const ACCOUNT_PATHS: Record<AccountVariant, string> = {
  reset: "/reset-password",
  changed: "/forgot-password",
  invited: "/join",
  waiting: "/admin/review",
};

function accountLetter(facts: LetterFacts, words: Words, house: House): Letter {
  const { t, time } = words;
  const { message } = facts;
  const variant = variantOf(facts) as AccountVariant;
  const { token = "", name = "", expires_at: end, count = "0" } = message.details;
  const values = { time: time(end ? new Date(end) : message.createdAt), count: Number(count) };
  const carriesToken = variant === "reset" || variant === "invited";
  const path = ACCOUNT_PATHS[variant] + (carriesToken ? `?token=${encodeURIComponent(token)}` : "");
  return {
    locale: message.locale,
    subject: t(`${variant}.subject`, values),
    title: t(`${variant}.title`),
    hello: name ? t("hello", { name }) : null,
    paragraphs: [t(`${variant}.money`, values), t(`${variant}.next`)],
    action: { label: t(`${variant}.button`), href: addressIn(message.locale, house, path), hint: null },
    facts: [],
    goods: null,
    because: t(variant === "invited" ? "because.invited" : "because.account"),
    linkHint: t("link"),
    shop: t("shop"),
  };
}
