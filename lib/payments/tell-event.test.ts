import { expect, test } from "vitest";
import { NOON } from "@/db/test-fixtures";
import type { EventChannel, PaymentState } from "@/lib/payments/model";
import { tellEvent } from "@/lib/payments/tell-event";
import { paisa } from "@/lib/shared/money";

type Told = {
  channel?: EventChannel;
  before?: PaymentState;
  after?: PaymentState;
  refusal?: string;
  out?: boolean;
  replay?: boolean;
};

/** The sentences that tell of an event. */
const told = (
  decision: string,
  { channel = "callback", before = "pending", after, refusal, out, replay = false }: Told = {},
  fields: Record<string, string> = { pp_ResponseCode: "121" },
) =>
  tellEvent(
    {
      id: 1,
      paymentId: 1,
      transactionId: "T1",
      channel,
      isOutgoing: out ?? false,
      fields,
      decision,
      refusal: refusal ?? null,
      statusAfter: after ?? null,
      createdAt: NOON,
    },
    { before, amount: paisa(300_000), voucherNumber: "261125525252", isReplay: replay, cash: { how: "other" } },
  );

const keysOf = (...event: Parameters<typeof told>) => told(...event).map(({ key }) => key);

const DECISIONS: [string, Told, string][] = [
  ["gateway_paid: to completed", { after: "completed" }, "settled"],
  ["gateway_paid: to completed", { before: "expired", after: "completed" }, "settledLate"],
  ["gateway_declined: to failed", { after: "failed" }, "failed"],
  ["gateway_ended: to expired", { after: "expired" }, "expired"],
  ["gateway_pending: to processing", { after: "processing" }, "checked"],
  ["gateway_pending: to processing, review: after_sale_code", { before: "processing" }, "checked"],
  ["gateway_paid: to processing, review: amount_differs", { after: "processing" }, "disputed"],
  ["gateway_paid: to processing, review: amount_differs", { before: "processing" }, "disputed"],
  ["gateway_paid: nothing changes, review: amount_differs", { before: "failed" }, "disputeStays"],
  ["gateway_declined: nothing changes", { before: "processing" }, "disputeStays"],
  ["gateway_declined: nothing changes", { before: "failed" }, "stays"],
  ["gateway_pending: nothing changes", { before: "cancelled" }, "stays"],
  ["gateway_paid: nothing changes", { before: "completed" }, "confirmed"],
  ["gateway_paid: nothing changes, review: confirmation_differs", { before: "refunded" }, "contradicted"],
  ["gateway_pending: nothing changes, review: after_sale_code", { before: "completed" }, "contradicted"],
  ["gateway_declined: nothing changes", { before: "completed" }, "takenStays"],
  ["nothing_new: nothing changes", {}, "nothingNew"],
];

test.each(DECISIONS)("%s %o is told as %s", (decision, scene, key) => {
  expect(keysOf(decision, scene)).toEqual(["heard", key]);
});

test("a voucher is told where its own code came", () => {
  const pending = "gateway_pending: to processing";
  expect(keysOf(pending, { after: "processing" }, { pp_ResponseCode: "124" })).toEqual(["heard", "voucherGiven"]);
  expect(keysOf(pending, { after: "processing" }, { pp_ResponseCode: "157" })).toEqual(["heard", "checked"]);
});

test("what was refused is told as somebody's claim, and silence as silence", () => {
  expect(keysOf("refused", { refusal: "invalid_signature" })).toEqual(["claimed", "refused"]);
  for (const why of ["time-out", "no connection", "status 503", "unsigned"]) {
    expect(keysOf(`no answer: ${why}`, { channel: "inquiry" })).toEqual(["silent"]);
  }
});

test("of a message that staff had read once more only the outcome is told, and why it could not be proven", () => {
  const masked = { pp_ResponseCode: "121", pp_Password: "masked:10", pp_MobileNumber: "masked:11" };
  const refused = { refusal: "invalid_signature", replay: true };
  expect(told("refused", refused, masked)).toEqual([{ key: "refused", values: { why: "hidden", isAsked: "yes" } }]);
  const whole = { pp_ResponseCode: "121", pp_Password: "masked:10" };
  expect(told("refused", refused, whole)[0]?.values.why).toBe("invalid_signature");
  expect(keysOf("gateway_paid: nothing changes", { before: "completed", replay: true })).toEqual(["confirmed"]);
});

test("JazzCash is asked because of a refused message, but not about money that was taken", () => {
  const asked = (before: PaymentState) => told("refused", { refusal: "invalid_signature", before })[1]?.values.isAsked;
  expect([asked("pending"), asked("expired"), asked("completed"), asked("refunded")]).toEqual([
    "yes",
    "yes",
    "no",
    "no",
  ]);
});

const OWN: [string, string[]][] = [
  ["opened", []],
  ["carried_over", ["carriedOver"]],
  ["method_changed", ["closed"]],
  ["order_cancelled", ["closed"]],
  ["order_paid_otherwise", ["closed"]],
  ["found_unpaid", ["foundUnpaid"]],
  ["cash_recorded", ["cashRecorded"]],
  ["amount_accepted", ["amountAccepted"]],
  ["amount_given_back", ["amountGivenBack"]],
  ["refund_completed", []],
  ["refund_not_made", []],
  ["something of tomorrow", ["noted"]],
];

test.each(OWN)("what the shop did itself: %s", (decision, keys) => {
  expect(keysOf(decision, { channel: "shop" })).toEqual(keys);
});

test("what was sent, and what a refund was answered", () => {
  const sent = (channel: EventChannel, decision: string) => keysOf(decision, { channel, out: true });
  expect(sent("form", "opened")).toEqual(["formGiven"]);
  expect(sent("wallet", "opened")).toEqual(["walletAsked"]);
  expect(sent("inquiry", "asked")).toEqual(["asked"]);
  expect(sent("refund", "sent")).toEqual(["refundSent"]);
  expect(keysOf("refund_refused", { channel: "refund" })).toEqual(["heard"]);
  expect(keysOf("refund_unclear", { channel: "refund" })).toEqual(["heard", "refundUnclear"]);
  expect(keysOf("refund_unclear", { channel: "refund" }, {})).toEqual(["refundUnclear"]);
});
