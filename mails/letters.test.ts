import { describe, expect, it, test } from "vitest";
import { LOCALES } from "@/lib/users/model";
import { factsOf, HOUSE, TOKEN } from "@/mails/test-facts";
import { variantOf } from "@/mails/variant-of";
import { writeMail } from "@/mails/write-mail";
import { writeSms } from "@/mails/write-sms";

type Given = Parameters<typeof factsOf>;

const OF_ORDERS: [variant: string, kind: Given[0], standing: NonNullable<Given[2]>][] = [
  ["placed", "order_placed", {}],
  ["placed_paid", "order_placed", { paymentStatus: "paid", status: "confirmed" }],
  ["confirmed", "order_confirmed", { status: "confirmed", method: "cash_on_delivery" }],
  ["paid", "payment_received", { paymentStatus: "paid", status: "confirmed" }],
  ["paid_cash", "payment_received", { paymentStatus: "paid", status: "confirmed", method: "cash_on_delivery" }],
  ["paid_back", "payment_received", { isSurplus: true }],
  ["paid_back", "payment_received", { paymentStatus: "paid", status: "cancelled", cancelledBy: "user:3" }],
  ["checked", "payment_checked", {}],
  ["failed", "payment_failed", {}],
  ["expired", "payment_expired", {}],
  ["voucher", "voucher_given", {}],
  ["refunded", "refund_completed", { paymentStatus: "refunded" }],
  ["refunded_cash", "refund_completed", { paymentStatus: "refunded", way: "cash" }],
  ["shipped", "order_shipped", { paymentStatus: "paid", status: "shipped" }],
  ["shipped_cash", "order_shipped", { status: "shipped", method: "cash_on_delivery" }],
  ["delivered", "order_delivered", { paymentStatus: "paid" }],
  ["cancelled", "order_cancelled", { status: "cancelled", cancelledBy: "user:1" }],
  ["cancelled_late", "order_cancelled", { status: "cancelled", cancelledBy: "system:reconcile" }],
  ["cancelled_refunded", "order_cancelled", { status: "cancelled", paymentStatus: "refunded", cancelledBy: "user:1" }],
  ["written", "order_written", {}],
];
const OF_ACCOUNTS: [variant: string, kind: Given[0]][] = [
  ["reset", "password_reset"],
  ["changed", "password_changed"],
  ["invited", "staff_invited"],
  ["waiting", "reviews_waiting"],
];
const LINKS: Record<string, string> = {
  reset: `/reset-password?token=${TOKEN}`,
  changed: "/forgot-password",
  invited: `/join?token=${TOKEN}`,
  waiting: "/admin/review",
};

const ISOLATES = /[\u2066\u2069]/;
const OPEN = /\{\w+|mails\.|undefined|NaN|Invalid/;

describe.each(LOCALES)("in %s", (locale) => {
  it.each(OF_ORDERS)("the mail %s says number, goods, sum and where to go on", async (variant, kind, standing) => {
    const facts = factsOf(kind, locale, standing);
    expect(variantOf(facts)).toBe(variant);
    const { subject, html, text } = await writeMail(facts, HOUSE);
    for (const part of [subject, html, text]) expect(part).not.toMatch(OPEN);
    expect(subject).not.toMatch(ISOLATES);
    expect(html).not.toMatch(ISOLATES);
    const goods = locale === "ur" ? "نیلا گلدان" : "Blue <b>Vase</b>";
    const href = `https://sauda.example${locale === "ur" ? "/ur" : ""}/orders/12`;
    for (const part of [goods, "ORD-ABCDEFGH-20261125", "Rs 24,691", href]) expect(text).toContain(part);
    expect(html).toContain(`href="${href}"`);
    expect(html).not.toContain("<b>Vase");
  });

  it.each(OF_ORDERS)("the SMS %s has two parts at most and names what it is about", (variant, kind, standing) => {
    const facts = factsOf(kind, locale, { ...standing, isGuest: true });
    expect(variantOf(facts)).toBe(variant);
    const text = writeSms(facts, HOUSE);
    expect(text).not.toMatch(OPEN);
    expect(text).toContain("ORD-ABCDEFGH-20261125");
    expect([variant, text.length <= (locale === "ur" ? 134 : 306), text.length]).toEqual([variant, true, text.length]);
    if (locale === "en") expect(text).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each(OF_ACCOUNTS)("the mail %s carries its link and no more", async (variant, kind) => {
    const { subject, html, text } = await writeMail(factsOf(kind, locale), HOUSE);
    for (const part of [subject, html, text]) expect(part).not.toMatch(OPEN);
    expect(text).toContain(`https://sauda.example${locale === "ur" ? "/ur" : ""}${LINKS[variant]}`);
    expect(html.includes(TOKEN)).toBe(variant === "reset" || variant === "invited");
  });

  it("is one document in its language and direction, one heading, no picture, nothing from elsewhere", async () => {
    const { html } = await writeMail(factsOf("payment_received", locale, { paymentStatus: "paid" }), HOUSE);
    expect(html).toMatch(locale === "ur" ? /<html[^>]*dir="rtl"[^>]*lang="ur"/ : /<html[^>]*dir="ltr"[^>]*lang="en"/);
    expect(html).toMatch(new RegExp(`<table[^>]*lang="${locale}"[^>]*class="sheet"`)); // some programs keep the body alone
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|script|link|iframe|object)\b|url\(|@import|background=/i);
    const addresses = [...html.matchAll(/https?:\/\/[^\s"'<>]+/g)].map(([address]) => new URL(address).host);
    expect(new Set(addresses.filter((host) => host !== "www.w3.org"))).toEqual(new Set(["sauda.example"]));
  });
});

test("a guest is led to the tracking page, and told what it asks for", async () => {
  const { text } = await writeMail(factsOf("order_placed", "en", { isGuest: true }), HOUSE);
  expect(text).toContain("https://sauda.example/track");
  expect(text).toContain("your phone number");
  expect(text).not.toContain("/orders/12");
});

test("nothing of what only the buyer and the shop know by heart is written: notes, phone, account", async () => {
  const { html, text } = await writeMail(factsOf("order_placed", "en"), HOUSE);
  for (const part of ["Ring twice", "03001234567", "ayesha@example.com"]) expect(html + text).not.toContain(part);
});

test.each(LOCALES)(
  "who has the parcel and its tracking number stand in what is sent when it leaves, in %s",
  async (locale) => {
    for (const standing of [{ paymentStatus: "paid" }, { method: "cash_on_delivery" }] as const) {
      const facts = factsOf("order_shipped", locale, { status: "shipped", ...standing });
      const { text } = await writeMail(facts, HOUSE);
      for (const part of ["TCS", "779412001"]) expect(text).toContain(part);
      expect(writeSms(facts, HOUSE)).toContain("TCS: 779412001");
      if (facts.order) facts.order.courier = "a courier with such a long name that it does not fit ".repeat(6);
      expect(writeSms(facts, HOUSE)).not.toContain("779412001");
    }
    const { text } = await writeMail(factsOf("order_delivered", locale, { paymentStatus: "paid" }), HOUSE);
    expect(text).not.toContain("779412001");
  },
);
