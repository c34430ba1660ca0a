import { afterAll, afterEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, gateway as jazzcash, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { ipnOf, returnOf, storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf } from "@/e2e/faults/money-back";
import { payOrder } from "@/e2e/faults/pay-order";
import { hashMatches, signed } from "@/e2e/simulator/hash";
import { env } from "@/lib/env";
import { acknowledge } from "@/lib/jazzcash/acknowledge";
import { asForm, asJson } from "@/lib/jazzcash/test-messages";
import { hostedFormOf } from "@/lib/payments/hosted-form";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { verifyPayment } from "@/lib/payments/verify-payment";

const NEW = "newsalt4k7";
const OLD = "oldsalt9p2";

const { db } = testDatabase();
const gateway = await lyingGateway({
  JAZZCASH_INTEGRITY_SALT: NEW,
  JAZZCASH_INTEGRITY_SALT_PREVIOUS: OLD,
  JAZZCASH_TIMEOUT_MS: "5000",
});

type Fields = Record<string, string>;

const saltsAre = (salt: string, previousSalt: string | null) => Object.assign(env().jazzcash, { salt, previousSalt });
const by = (salt: string, message: Record<string, string | null>) => {
  const { pp_SecureHash: _, ...fields } = message;
  return signed(fields, salt);
};
/** The gateway answers every call with the call itself and these fields, signed with this salt. */
const answersBy = (salt: string, says: Fields) =>
  gateway.answers((asked, response) => void response.end(JSON.stringify(by(salt, { ...asked, ...says }))));

let made = 0;
const newReference = () => ({ pp_RetreivalReferenceNo: `2611258${String(++made).padStart(5, "0")}` });

/** Each way by which the gateway's word comes in: whether the shop believes it where it is signed with a salt. */
const WAYS: Record<string, (salt: string) => Promise<boolean>> = {
  notice: async (salt) => {
    const { payment } = await anAttempt(await somebody(db));
    const outcome = await receiveNotice(jazzcash(db), asJson(by(salt, ipnOf(payment))), "callback");
    expect(outcome.refused ?? "invalid_signature").toBe("invalid_signature");
    return (await storyOf(db, payment)).payment.status === "completed";
  },
  return: async (salt) => {
    const { payment } = await anAttempt(await somebody(db));
    await receiveNotice(jazzcash(db), asForm(by(salt, returnOf(payment))), "return");
    return (await storyOf(db, payment)).payment.status === "completed";
  },
  inquiry: async (salt) => {
    const ctx = await somebody(db);
    const { payment } = await anAttempt(ctx);
    answersBy(salt, { pp_ResponseCode: "000", pp_PaymentResponseCode: "121", pp_Status: "Completed" });
    const answer = await verifyPayment(laterOn(ctx, 11), payment).catch((thrown: { code: string }) => thrown.code);
    return typeof answer === "object" ? answer.status === "completed" : answer !== "gateway_unavailable";
  },
  wallet: async (salt) => {
    const ctx = await somebody(db);
    const { order } = await anOrder(ctx);
    answersBy(salt, { pp_ResponseCode: "000", ...newReference() });
    return (await payOrder(ctx, order.id, "jazzcash_wallet")).status === "completed";
  },
  refund: async (salt) => {
    const { payment } = await aPaidOrder(db, "MWALLET");
    answersBy(salt, { pp_ResponseCode: "000" });
    return (await giveBackOf(await somebody(db, { role: "admin" }), payment)).status === "completed";
  },
};
const ways = Object.keys(WAYS);
const believes = (way: string, salt: string) => WAYS[way]?.(salt);

afterEach(() => saltsAre(NEW, OLD));
afterAll(() => expectProof(db));

describe("while the salt is changed", () => {
  it.each(ways)("%s: the new one and the one before are believed, any other is not", async (way) => {
    expect(env().jazzcash).toMatchObject({ salt: NEW, previousSalt: OLD });
    expect(await believes(way, NEW)).toBe(true);
    expect(await believes(way, OLD)).toBe(true);
    for (const other of ["", "simsalt001", NEW.toUpperCase(), `${OLD} `])
      expect(await believes(way, other)).toBe(false);
  });

  it("all that goes out is signed with the new one", async () => {
    const ctx = await somebody(db);
    const { payment } = await anAttempt(ctx);
    const { order } = await anOrder(ctx);
    const before = gateway.asked.length;
    answersBy(NEW, { pp_ResponseCode: "157", ...newReference() });
    await payOrder(ctx, order.id, "jazzcash_wallet");
    await believes("inquiry", NEW);
    await believes("refund", NEW);
    const sent = [
      payment.form_data ?? {},
      ...gateway.asked.slice(before).map(({ fields }) => fields),
      acknowledge(env().jazzcash),
    ];
    expect(sent).toHaveLength(5);
    for (const fields of sent) {
      expect(hashMatches(fields, NEW, fields.pp_SecureHash ?? "")).toBe(true);
      expect(hashMatches(fields, OLD, fields.pp_SecureHash ?? "")).toBe(false);
    }
  });

  it("a form that was signed with the old one pays, and is signed anew where it is asked for again", async () => {
    saltsAre(OLD, null);
    const ctx = await somebody(db);
    const { payment } = await anAttempt(ctx);
    saltsAre(NEW, OLD);
    const { pp_SecureHash, ...form } = (await hostedFormOf(ctx, payment.transaction_id))?.fields ?? {};
    const { pp_SecureHash: before, ...same } = payment.form_data ?? {};
    expect(form).toEqual(same);
    expect(hashMatches(form, NEW, pp_SecureHash ?? "")).toBe(true);
    expect(hashMatches(form, OLD, before ?? "")).toBe(true);
    await receiveNotice(jazzcash(db, NOON), asForm(by(OLD, returnOf(payment))), "return");
    expect(await storyOf(db, payment)).toMatchObject({ order: { status: "confirmed", paymentStatus: "paid" } });
  });
});

describe("when the change is over", () => {
  it.each(ways)("%s: the old salt is nobody's", async (way) => {
    saltsAre(NEW, null);
    expect(await believes(way, OLD)).toBe(false);
    expect(await believes(way, NEW)).toBe(true);
  });

  it.each(ways)("%s: an empty previous salt is none, and signs nothing", async (way) => {
    saltsAre(NEW, "");
    expect(await believes(way, "")).toBe(false);
    expect(await believes(way, OLD)).toBe(false);
  });
});
