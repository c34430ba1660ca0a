import { eq } from "drizzle-orm";
import type { ServerResponse } from "node:http";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { reviewItems } from "@/db/schema/reviews";
import { testDatabase } from "@/db/test-database";
import { anAttempt, laterOn, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { expectProof } from "@/db/test-proof";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { signed } from "@/e2e/simulator/hash";
import { env } from "@/lib/env";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import { verifyPayment } from "@/lib/payments/verify-payment";

const { db } = testDatabase();
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "5000" });

type Fields = Record<string, string | null>;

/** The whole answer of the first version: no amount, no reference, and the only place where the reference is spelt right. */
const V1: Fields = {
  pp_ResponseCode: "000",
  pp_ResponseMessage: "The requested operation has been performed successfully.",
  pp_PaymentResponseCode: "121",
  pp_PaymentResponseMessage: "Transaction has been marked confirmed by Merchant.",
  pp_Status: "Completed",
  pp_RetrievalReferenceNo: "261125990001",
  pp_SettlementDate: "",
  pp_SettlementExpiry: null,
  pp_AuthCode: "060935465981",
  pp_BankID: "TBANK",
  pp_ProductID: null,
};
/** The whole answer of the second one. */
const v2 = ({ transaction_id, form_data = {} }: InitiatedPaymentView): Fields => {
  const { pp_BankID: _, pp_ProductID: __, pp_SettlementExpiry: ___, ...common } = V1;
  return {
    ...common,
    pp_MerchantID: form_data.pp_MerchantID ?? "",
    pp_TxnRefNo: transaction_id,
    pp_TxnType: "MWALLET",
    pp_Amount: "300000",
    pp_TxnDateTime: form_data.pp_TxnDateTime ?? "",
    pp_BillReference: form_data.pp_BillReference ?? "",
  };
};

let made = 0;
async function opened() {
  const ctx = await somebody(db);
  const { payment } = await anAttempt(ctx);
  const pp_RetrievalReferenceNo = `2611259${String(++made).padStart(5, "0")}`;
  const hears = (answer: (response: ServerResponse) => void, minutes = 11) => {
    gateway.answers((_, response) => answer(response));
    return verifyPayment(laterOn(ctx, minutes), payment).catch((thrown: { code: string }) => thrown.code);
  };
  const isTold = (fields: Fields, minutes?: number) =>
    hears((response) => response.end(JSON.stringify(signed(fields, "simsalt001"))), minutes);
  return {
    payment,
    hears,
    isTold,
    v1: { ...V1, pp_RetrievalReferenceNo },
    v2: { ...v2(payment), pp_RetrievalReferenceNo },
  };
}

afterEach(() => {
  env().jazzcash.timeoutMs = 5000;
});
afterAll(() => expectProof(db));

describe("an inquiry is understood", () => {
  it("in its first version, which names neither amount nor reference", async () => {
    const { payment, isTold, v1 } = await opened();
    expect(await isTold(v1)).toMatchObject({ status: "completed", gateway_reference: v1.pp_RetrievalReferenceNo });
    expect(await storyOf(db, payment)).toMatchObject({ order: { paymentStatus: "paid" }, reviews: [] });
  });

  it("in its second one, which names both", async () => {
    const { payment, isTold, v2 } = await opened();
    expect(await isTold(v2)).toMatchObject({ status: "completed", gateway_reference: v2.pp_RetrievalReferenceNo });
    expect(await storyOf(db, payment)).toMatchObject({ payment: { gatewayTxnType: "MWALLET" }, reviews: [] });
  });

  it("with the reference misspelt as in all other messages, with a hash in small letters, with zeros before the sum", async () => {
    const { hears, v2 } = await opened();
    const { pp_RetrievalReferenceNo: reference, ...fields } = v2;
    const answer = signed({ ...fields, pp_RetreivalReferenceNo: reference, pp_Amount: "000000300000" }, "simsalt001");
    const small = { ...answer, pp_SecureHash: answer.pp_SecureHash.toLowerCase() };
    expect(await hears((response) => response.end(JSON.stringify(small)))).toMatchObject({
      status: "completed",
      gateway_reference: reference,
    });
  });

  it.each(["Failed", "Dropped", "Validation Failed"])("and %s ends the attempt, whatever its code", async (status) => {
    const { isTold, v2 } = await opened();
    expect(await isTold({ ...v2, pp_Status: status, pp_PaymentResponseCode: "199" })).toMatchObject({
      status: "failed",
    });
  });
});

describe("what the inquiry's own answer does not bear out changes nothing", () => {
  const lies: Record<string, Fields> = {
    "a success of another merchant": { pp_MerchantID: "MC99999" },
    "one of another payment": { pp_TxnRefNo: "T26112500000000000" },
    "a sum that is none": { pp_Amount: "3000.00" },
    "a reference that is none": { pp_RetrievalReferenceNo: "26-11-25" },
    "an inquiry that was refused": { pp_ResponseCode: "110" },
    "a wrong hash of ours": { pp_ResponseCode: "115" },
    "wrong credentials": { pp_ResponseCode: "101" },
    "a code that is none": { pp_ResponseCode: "PAID" },
  };
  it.each(Object.keys(lies))("%s", async (what) => {
    const { payment, isTold, v2 } = await opened();
    expect(await isTold({ ...v2, ...lies[what] }, 70)).toBe("gateway_unavailable");
    expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "pending" }, movements: [], reviews: [] });
  });

  it.each(["", "000", "124", "157", "200", "210", "999", "X00"])("Completed with %s is no success", async (code) => {
    const { payment, isTold, v2 } = await opened();
    expect(await isTold({ ...v2, pp_PaymentResponseCode: code })).toMatchObject({ status: "pending" });
    expect((await storyOf(db, payment)).movements).toEqual([]);
  });

  const broken: [string, (response: ServerResponse, json: string) => void][] = [
    [
      "half of its promised bytes",
      (r, json) => r.writeHead(200, { "content-length": json.length }).write(json.slice(9), () => r.destroy()),
    ],
    ["drops that never end", (r, json) => void drip(r, json)],
    ["an empty body", (r) => r.end()],
    ["a text", (r) => r.end('"paid"')],
    ["null", (r) => r.end("null")],
    ["a success with status 201", (r, json) => r.writeHead(201).end(json)],
    ["a success behind a redirect", (r, json) => r.writeHead(307, { location: "/" }).end(json)],
    ["values within values", (r, json) => r.end(json.replace("{", '{"pp_Extra":{"pp_Status":"Completed"},'))],
  ];
  it.each(broken)("%s", async (_, answer) => {
    const { payment, hears, v2 } = await opened();
    const json = JSON.stringify(signed(v2, "simsalt001"));
    env().jazzcash.timeoutMs = 1000;
    expect(await hears((response) => answer(response, json), 70)).toBe("gateway_unavailable");
    expect(await storyOf(db, payment)).toMatchObject({ payment: { status: "pending" }, movements: [] });
  });

  it("unknown names are a person's business only where the gateway itself has signed them", async () => {
    const { payment, hears, isTold, v2 } = await opened();
    const asked = () => db.select().from(reviewItems).where(eq(reviewItems.paymentId, payment.payment_id));
    const forged = { ...v2, pp_Brandnew: "1", pp_SecureHash: "0".repeat(64) };
    expect(await hears((response) => response.end(JSON.stringify(forged)))).toBe("gateway_unavailable");
    expect(await asked()).toEqual([]);
    await isTold({ ...v2, pp_Brandnew: "1", pp_03001234567: "1" }, 30);
    expect(await asked()).toMatchObject([{ kind: "unknown_field", facts: { names: "pp_Brandnew, unnamed:14" } }]);
    const [row] = await db.select().from(payments).where(eq(payments.id, payment.payment_id));
    expect(row?.status).toBe("completed");
  });
});

/** A byte now and then, for longer than the shop waits for the whole. */
async function drip(response: ServerResponse, json: string): Promise<void> {
  response.writeHead(200, { "content-type": "application/json" });
  for (const sign of json) {
    if (response.destroyed) return;
    response.write(sign);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
