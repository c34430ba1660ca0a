import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { rateLimits } from "@/db/schema/operations";
import { paymentEvents } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, later, NOON, somebody } from "@/db/test-fixtures";
import { ipnOf, notified, returned, returnOf, storyOf } from "@/db/test-notices";
import { env } from "@/lib/env";
import { asForm, asJson } from "@/lib/jazzcash/test-messages";
import { receiveNotice } from "@/lib/payments/receive-notice";

const { inTransaction } = testDatabase();

type Refused = {
  what: string;
  refused: string;
  change?: Record<string, string>;
  sign?: Record<string, string>;
  review?: string;
};

const REFUSED: Refused[] = [
  { what: "unsigned", refused: "invalid_signature", change: { pp_SecureHash: "" } },
  { what: "signed by another", refused: "invalid_signature", change: { pp_SecureHash: "A".repeat(64) } },
  { what: "with an unknown field", refused: "invalid_input", change: { pp_Extra: "1" } },
  { what: "signed with an unknown field", refused: "invalid_input", sign: { pp_Extra: "1" }, review: "unknown_field" },
  { what: "of another merchant", refused: "merchant_mismatch", sign: { pp_MerchantID: "MC99999" } },
  { what: "in another currency", refused: "currency_mismatch", sign: { pp_TxnCurrency: "USD" } },
  { what: "of a paisa less", refused: "amount_mismatch", sign: { pp_Amount: "299999" } },
  { what: "of a hundredth", refused: "amount_mismatch", sign: { pp_Amount: "3000" } },
  { what: "for another order", refused: "order_mismatch", sign: { pp_BillReference: "ORDAAAAAAAA20261125" } },
];

it.each(REFUSED)(
  "a notice $what changes nothing, is kept, and makes the inquiry due",
  ({ refused, change, sign, review }) =>
    inTransaction(async (tx) => {
      const { payment } = await anAttempt(await somebody(tx));
      const before = await storyOf(tx, payment);
      const at = later(NOON, 3);
      const fields = { ...returnOf(payment, sign), ...change };
      const outcome = await receiveNotice(gateway(tx, at), asForm(fields), "return");
      expect(outcome).toMatchObject({ refused, transactionId: payment.transaction_id, locale: "en" });
      const after = await storyOf(tx, payment);
      expect(after.payment).toEqual({ ...before.payment, inquiryWantedAt: at });
      expect(after.order).toEqual(before.order);
      expect(after).toMatchObject({
        movements: [],
        reviews: sign ? [review ?? "notice_refused"] : [],
        steps: ["pending"],
      });
      expect(after.heard).toMatchObject([{ refusal: refused, decision: "refused", channel: "return" }]);
      expect(JSON.stringify(after.heard)).not.toContain(env().jazzcash.password);
      if (sign) {
        const told = await receiveNotice(gateway(tx, at), asJson(ipnOf(payment, sign)), "callback");
        expect(told.refused).toBe(refused);
      }
    })(),
);

it(
  "a refused notice of a completed payment changes nothing of it",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), notified(payment), "callback");
    const before = await storyOf(tx, payment);
    await receiveNotice(gateway(tx), returned(payment, { pp_Amount: "1" }), "return");
    const { inquiryWantedAt: _, ...after } = (await storyOf(tx, payment)).payment;
    expect(before.payment).toMatchObject(after);
  }),
);

it(
  "a reference that another payment has is refused, and a person looks at it",
  inTransaction(async (tx) => {
    const { payment: first } = await anAttempt(await somebody(tx));
    const { payment: second } = await anAttempt(await somebody(tx));
    const reference = { pp_RetreivalReferenceNo: "991125000001" };
    await receiveNotice(gateway(tx), notified(first, reference), "callback");
    for (const message of [notified(second, reference), returned(second, reference)]) {
      const outcome = await receiveNotice(gateway(tx), message, "callback");
      expect(outcome.refused).toBe("gateway_reference_reused");
    }
    const story = await storyOf(tx, second);
    expect(story).toMatchObject({ payment: { status: "pending" }, movements: [], reviews: ["reference_reused"] });
    expect(story.payment.inquiryWantedAt).toEqual(NOON);
    expect((await storyOf(tx, first)).payment.status).toBe("completed");
  }),
);

it(
  "so is one in news that would change nothing by itself",
  inTransaction(async (tx) => {
    const { payment: first } = await anAttempt(await somebody(tx));
    const { payment: second } = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), notified(first, { pp_RetreivalReferenceNo: "991125000002" }), "callback");
    await receiveNotice(gateway(tx), notified(second), "callback");
    const repeat = notified(second, { pp_RetreivalReferenceNo: "991125000002" });
    expect((await receiveNotice(gateway(tx), repeat, "callback")).refused).toBe("gateway_reference_reused");
    expect(await storyOf(tx, second)).toMatchObject({
      payment: { status: "completed" },
      reviews: ["reference_reused"],
    });
  }),
);

it(
  "a cash payment is none of the gateway's business",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx), "cash_on_delivery");
    const before = await storyOf(tx, payment);
    const outcome = await receiveNotice(gateway(tx), notified(payment), "callback");
    expect(outcome).toMatchObject({ refused: "payment_not_found", transactionId: null });
    expect(await storyOf(tx, payment)).toEqual(before);
  }),
);

it(
  "of refused notices fifty an hour are kept for one attempt, the others are counted only",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    const { payment: other } = await anAttempt(await somebody(tx));
    const forged = { ...ipnOf(payment), pp_SecureHash: "0".repeat(64) };
    const forge = (minutes: number) => receiveNotice(gateway(tx, later(NOON, minutes)), asJson(forged), "callback");
    for (let times = 0; times < 53; times++) await forge(times / 60);
    expect((await storyOf(tx, payment)).heard).toHaveLength(50);
    const [counted] = await tx
      .select()
      .from(rateLimits)
      .where(eq(rateLimits.key, `refused_notice:${payment.payment_id}`));
    expect(counted?.count).toBe(53);

    await receiveNotice(gateway(tx), asJson({ ...ipnOf(other), pp_SecureHash: "0".repeat(64) }), "callback");
    expect((await storyOf(tx, other)).heard).toHaveLength(1);
    await receiveNotice(gateway(tx), notified(payment), "callback");
    expect((await storyOf(tx, payment)).payment.status).toBe("completed");
    await forge(62);
    expect((await storyOf(tx, payment)).heard).toHaveLength(52);
  }),
);

it(
  "notices of references that are nobody's share a limit of their own",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    const stray = (at: number) => ({ ...payment, transaction_id: `T261125STRAY${at}` });
    for (let at = 0; at < 3; at++) {
      const outcome = await receiveNotice(gateway(tx), notified(stray(at)), "callback");
      expect(outcome).toMatchObject({ refused: "payment_not_found", transactionId: null, locale: null });
    }
    const kept = await tx
      .select()
      .from(paymentEvents)
      .where(and(isNull(paymentEvents.paymentId), eq(paymentEvents.refusal, "payment_not_found")));
    expect(kept.map(({ transactionId }) => transactionId)).toEqual([0, 1, 2].map((at) => `T261125STRAY${at}`));
    await tx.update(rateLimits).set({ count: 1000 }).where(eq(rateLimits.key, "refused_unknown_notice:all"));
    await receiveNotice(gateway(tx), notified(stray(3)), "callback");
    expect(await tx.select().from(paymentEvents).where(isNull(paymentEvents.paymentId))).toHaveLength(3);
  }),
);

it(
  "what cannot be stored does not break the door: NUL, half characters, a thousand fields",
  inTransaction(async (tx) => {
    const { payment } = await anAttempt(await somebody(tx));
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`pp_${at}`, "x".repeat(300)]));
    const odd = { pp_ResponseMessage: `\0${"x".repeat(198)}😀`, [`pp_\0${"n".repeat(59)}😀`]: "\ud83d" };
    for (const fields of [many, odd, { ...odd, pp_TxnRefNo: payment.transaction_id }]) {
      const outcome = await receiveNotice(gateway(tx), asJson(fields), "callback");
      expect(outcome.refused).toBe("invalid_input");
    }
    expect((await storyOf(tx, payment)).heard).toHaveLength(1);
  }),
);
