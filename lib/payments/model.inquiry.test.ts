import { describe, expect, it } from "vitest";
import type { InquiryAnswer } from "@/lib/jazzcash/inquiry";
import { countsAsUnknown, eventOfInquiry, QUIET_MINUTES } from "@/lib/payments/model";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { paisa } from "@/lib/shared/money";

const OPENED = new Date("2026-11-25T07:00:00Z");
const EXPIRY = 60;
const after = (minutes: number, seconds = 0) => minutesAfter(OPENED, minutes + seconds / 60);

const ATTEMPT = {
  createdAt: OPENED,
  expiresAt: after(EXPIRY),
  lastInquiredAt: null as Date | null,
  unknownAt: null as Date | null,
  unknownCount: 0,
  calledPending: false,
};

const answerOf = (kind: InquiryAnswer["kind"], more: Partial<InquiryAnswer> = {}): InquiryAnswer => ({
  kind,
  isSigned: kind !== "no_answer",
  isCalledPending: false,
  code: "",
  message: "",
  amount: null,
  gatewayReference: null,
  txnType: null,
  unknownFields: [],
  fields: {},
  ...more,
});
const ANSWERS = {
  paid: answerOf("paid", { code: "121", amount: paisa(150_000) }),
  failed: answerOf("failed", { code: "402" }),
  pending: answerOf("pending", { code: "157" }),
  after_sale: answerOf("after_sale", { code: "131" }),
  unknown: answerOf("unknown", { code: "109" }),
  no_answer: answerOf("no_answer"),
};

const meaningsAt = (now: Date) =>
  Object.fromEntries(
    Object.entries(ANSWERS).map(([kind, answer]) => [kind, eventOfInquiry(ATTEMPT, answer, now).type]),
  );

describe("what an answer means by the attempt's age", () => {
  const YOUNG = {
    paid: "gateway_paid",
    failed: "nothing_new",
    pending: "nothing_new",
    after_sale: "nothing_new",
    unknown: "nothing_new",
    no_answer: "nothing_new",
  };
  const GROWN = { ...YOUNG, failed: "gateway_declined", after_sale: "gateway_pending" };
  const PAST = { ...GROWN, unknown: "gateway_ended" };

  it.each([
    ["at once", after(0), YOUNG],
    ["a second before its quiet time is over", after(QUIET_MINUTES, -1), YOUNG],
    ["when its quiet time is over", after(QUIET_MINUTES), GROWN],
    ["at its last moment", after(EXPIRY), GROWN],
    ["a second after its expiry", after(EXPIRY, 1), PAST],
  ])("%s", (_, now, meanings) => expect(meaningsAt(now)).toEqual(meanings));

  it("the quiet time is JazzCash's ten minutes", () => expect(QUIET_MINUTES).toBe(10));

  it("a success names its amount and no discount, a code of after-sale no voucher", () => {
    const now = after(20);
    const paid = { type: "gateway_paid", amount: 150_000, discountedAmount: null };
    expect(eventOfInquiry(ATTEMPT, ANSWERS.paid, now)).toEqual(paid);
    const afterSale = { type: "gateway_pending", voucherNumber: null, isAfterSale: true };
    expect(eventOfInquiry(ATTEMPT, ANSWERS.after_sale, now)).toEqual(afterSale);
  });

  it("109 without a signature, and 199 with one, do not end it by themselves", () => {
    for (const changes of [{ isSigned: false }, { code: "199" }]) {
      const answer = { ...ANSWERS.unknown, ...changes };
      expect(eventOfInquiry(ATTEMPT, answer, after(EXPIRY + 1)).type).toBe("nothing_new");
    }
  });

  it("what never expires is never ended by what the gateway does not know", () => {
    const cash = { ...ATTEMPT, expiresAt: null, unknownCount: 9 };
    expect(eventOfInquiry(cash, ANSWERS.unknown, after(5000)).type).toBe("nothing_new");
    expect(countsAsUnknown(cash, ANSWERS.unknown, after(5000))).toBe(false);
  });
});

describe("three answers that know nothing", () => {
  const NOBODY_KNOWS = answerOf("unknown", { code: "199", isSigned: false });
  const now = after(EXPIRY + 30);
  const ago = (minutes: number, seconds = 0) => minutesAfter(now, -minutes - seconds / 60);
  const endsWith = (changes: Partial<typeof ATTEMPT>, answer = NOBODY_KNOWS) =>
    eventOfInquiry({ ...ATTEMPT, ...changes }, answer, now).type === "gateway_ended";

  it("end an attempt, two do not", () => {
    expect([0, 1, 2, 3].map((unknownCount) => endsWith({ unknownCount }))).toEqual([false, false, true, true]);
  });

  it("end none that a signed message once called pending", () => {
    expect(endsWith({ unknownCount: 2, calledPending: true })).toBe(false);
    expect(endsWith({ unknownCount: 7, calledPending: true })).toBe(false);
  });

  it("end it by the third of them only: silence, and a gateway that still waits, end nothing", () => {
    for (const answer of [ANSWERS.no_answer, ANSWERS.pending])
      expect(endsWith({ unknownCount: 7 }, answer)).toBe(false);
  });

  it("count when ten minutes went by since the last that counted, or since anybody asked at all", () => {
    const counts = (lastInquiredAt: Date | null, unknownAt: Date | null) =>
      countsAsUnknown({ ...ATTEMPT, lastInquiredAt, unknownAt }, NOBODY_KNOWS, now);
    expect(counts(null, null)).toBe(true);
    expect(counts(ago(10), ago(10))).toBe(true);
    expect(counts(ago(10), ago(1))).toBe(true);
    expect(counts(ago(1), ago(10))).toBe(true);
    expect(counts(ago(1), null)).toBe(true);
    expect(counts(ago(9, 59), ago(9, 59))).toBe(false);
    expect(endsWith({ unknownCount: 2, lastInquiredAt: ago(1), unknownAt: ago(1) })).toBe(false);
  });

  it("count after the expiry only, and nothing else counts", () => {
    const at = (moment: Date, answer = NOBODY_KNOWS) => countsAsUnknown(ATTEMPT, answer, moment);
    expect([at(after(EXPIRY)), at(after(EXPIRY, 1))]).toEqual([false, true]);
    const others = Object.values(ANSWERS).filter(({ kind }) => kind !== "unknown");
    expect(others.filter((answer) => at(now, answer))).toEqual([]);
  });
});
