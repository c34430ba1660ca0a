import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT, signed } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf, leaveTheRest, moneyOf, reconcileAfter } from "@/e2e/faults/money-back";
import { env } from "@/lib/env";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const admin = async () => somebody(db, { role: "admin" });
const after = (code: string, pp_Status = "Completed") => ({
  pp_ResponseCode: "000",
  pp_PaymentResponseCode: code,
  pp_Status,
});

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
});
afterAll(async () => {
  gateway.answers((_, response) => response.destroy());
  await reconcileAfter(db, 2000);
  await expectProof(db, later(NOON, 2000));
});

type Answer = Parameters<typeof gateway.answersRefunds>[0];
const yes = (changes: Record<string, string>): Answer => {
  return ({ pp_Amount = "", pp_MerchantID = "", pp_TxnRefNo = "" }, response) =>
    response.end(JSON.stringify(signed({ pp_Amount, pp_MerchantID, pp_TxnRefNo, pp_ResponseCode: "000", ...changes })));
};

const UNCLEAR: [string, Answer][] = [
  ["nothing in time", () => {}],
  ["status 500", (_, response) => response.writeHead(500).end(JSON.stringify({ pp_ResponseCode: "452" }))],
  ["the firewall's page", (_, response) => response.end("<html><body>Request Rejected</body></html>")],
  ["a cut connection", (_, response) => response.destroy()],
  ["an empty body", (_, response) => response.end()],
  ["another address", (_, response) => response.writeHead(302, { location: gateway.url }).end()],
  ["an unsigned yes", (_, response) => response.end(JSON.stringify({ pp_ResponseCode: "000", pp_SecureHash: "" }))],
  ["an unsigned no", (_, response) => response.end(JSON.stringify({ pp_ResponseCode: "452", pp_SecureHash: "" }))],
  [
    "a yes that was changed",
    (_, response) => response.end(JSON.stringify({ ...signed({ a: "" }), pp_ResponseCode: "000" })),
  ],
  ["names without pp", (_, response) => response.end(JSON.stringify({ ResponseCode: "000", SecureHash: "0" }))],
  ["no code", yes({ pp_ResponseCode: "" })],
  ["a yes to another amount", yes({ pp_Amount: "299999" })],
  ["a yes about another payment", yes({ pp_TxnRefNo: "T20261125000000" })],
  ["a yes to another merchant", yes({ pp_MerchantID: "MC99999" })],
  ["a yes to another voucher", yes({ pp_VoucherID: "261125000000" })],
  ["a no about another payment", yes({ pp_ResponseCode: "452", pp_TxnRefNo: "T20261125000000" })],
  ["that the payment stands (121)", yes({ pp_ResponseCode: "121" })],
  ["that it awaits reversal (119)", yes({ pp_ResponseCode: "119" })],
  ["pending (157)", yes({ pp_ResponseCode: "157" })],
  ["a system error (199)", yes({ pp_ResponseCode: "199" })],
  ["a technical failure (999)", yes({ pp_ResponseCode: "999" })],
  ["a code that nobody knows", yes({ pp_ResponseCode: "777" })],
  ["the currency for a code", yes({ pp_ResponseCode: "PKR" })],
];

describe("no clear answer", () => {
  it.each(UNCLEAR)("%s: under way, never sent again, and nothing else is begun", async (what, answer) => {
    const { payment } = await aPaidOrder(db);
    const ctx = await admin();
    gateway.answersRefunds(answer);
    if (what === "nothing in time") env().jazzcash.timeoutMs = 200;
    expect(await giveBackOf(ctx, payment)).toMatchObject({ status: "processing", amount: "3000.00" });
    env().jazzcash.timeoutMs = Number(PATIENT.JAZZCASH_TIMEOUT_MS);
    gateway.saysOfRefunds("000");
    for (const amount of [undefined, "3000", "0.01"]) {
      for (const minutes of [0, 5]) {
        await expect(giveBackOf(ctx, payment, amount, minutes)).rejects.toMatchObject({ code: "refund_in_progress" });
      }
    }
    gateway.answers((_request, response) => response.writeHead(500).end());
    for (const minutes of [10, 20, 40]) await reconcileAfter(db, minutes);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "completed", refundedPaisa: 0 },
      order: { paymentStatus: "paid", refundedPaisa: 0 },
      refunds: [{ status: "processing", completedAt: null }],
      back: [],
      reviews: [],
    });
  });

  it("after a day a person is asked, and the gateway all the same", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.answersRefunds((_, response) => response.destroy());
    gateway.answers((_, response) => response.destroy());
    await giveBackOf(await admin(), payment);
    await reconcileAfter(db, 1439);
    expect((await moneyOf(db, payment)).asked).toEqual([]);
    await reconcileAfter(db, 1440);
    expect((await moneyOf(db, payment)).asked).toEqual(["refund_unknown"]);
    gateway.says(after("131"));
    await reconcileAfter(db, 1900);
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ status: "completed" }], asked: [] });
  });
});
