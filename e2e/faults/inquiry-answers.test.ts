import { beforeEach, describe, expect, it } from "vitest";
import { COMPLETED, lyingGateway, PENDING, signed } from "@/e2e/faults/lying-gateway";
import { askGateway } from "@/lib/jazzcash/inquiry";
import { SHOP } from "@/lib/jazzcash/test-messages";

type Fields = Record<string, string>;

const gateway = await lyingGateway();
const shop = { ...SHOP, baseUrl: gateway.url, timeoutMs: 400 };
const REFERENCE = "T261125ABCDEFGHJKLMN";

/** What the shop understands when the gateway answers with exactly these fields. */
async function heard(fields: Fields, config = shop) {
  gateway.answers((_, response) => response.end(JSON.stringify(fields)));
  return askGateway(REFERENCE, config);
}
const heardSigned = (fields: Fields, config = shop) => heard(signed(fields), config);
const ABOUT = { pp_TxnRefNo: REFERENCE, pp_MerchantID: SHOP.merchantId };

beforeEach(() => {
  gateway.asked.length = 0;
});

it("one asks with reference, merchant and password, signed, and with nothing else", async () => {
  await heardSigned(PENDING);
  const fields = { pp_TxnRefNo: REFERENCE, pp_MerchantID: SHOP.merchantId, pp_Password: SHOP.password };
  expect(gateway.asked.map((asked) => asked.fields)).toEqual([signed(fields)]);
});

it("a signed answer about a paid attempt says by which kind of payment, with which reference and which amount", async () => {
  const answer = await heardSigned({
    ...ABOUT,
    ...COMPLETED,
    pp_Amount: "150075",
    pp_PaymentResponseMessage: "Paid by 03001234567",
    pp_ResponseMessage: "The inquiry worked",
    pp_RetrievalReferenceNo: "261125700001",
    pp_TxnType: "MIGS",
  });
  expect(answer).toMatchObject({
    kind: "paid",
    isSigned: true,
    isCalledPending: false,
    code: "121",
    message: "Paid by •••",
    amount: 150_075,
    gatewayReference: "261125700001",
    txnType: "MIGS",
    unknownFields: [],
    fields: { pp_Amount: "150075", pp_TxnRefNo: REFERENCE, pp_PaymentResponseMessage: "Paid by •••" },
  });
});

it("the gateway spells its reference in two ways, and may name neither that nor anything else", async () => {
  expect(await heardSigned({ ...COMPLETED, pp_RetreivalReferenceNo: "R1" })).toMatchObject({ gatewayReference: "R1" });
  const both = { ...COMPLETED, pp_RetreivalReferenceNo: "R1", pp_RetrievalReferenceNo: "R2" };
  expect(await heardSigned(both)).toMatchObject({ gatewayReference: "R2" });
  const nothing = { kind: "paid", amount: null, gatewayReference: null, txnType: null, message: "" };
  expect(await heardSigned(COMPLETED)).toMatchObject(nothing);
  const empty = { pp_Amount: "", pp_RetreivalReferenceNo: "", pp_RetrievalReferenceNo: "", pp_TxnType: "" };
  expect(await heardSigned({ ...COMPLETED, ...empty })).toMatchObject(nothing);
});

describe("000 says that the inquiry worked; status and code say how the payment stands", () => {
  it.each([
    ["Completed", "121", "paid"],
    ["Completed", "000", "pending"],
    ["Completed", "157", "pending"],
    ["Completed", "", "pending"],
    ["Completed", "131", "after_sale"],
    ["Pending", "121", "pending"],
    ["", "121", "pending"],
    ["completed", "121", "pending"],
    ["Failed", "402", "failed"],
    ["Failed", "121", "failed"],
    ["Dropped", "129", "failed"],
    ["Validation Failed", "110", "failed"],
    ["Failure", "402", "pending"],
    ["Refunded", "131", "after_sale"],
    ["Reversed", "122", "after_sale"],
  ])("%s with %j: %s", async (pp_Status, pp_PaymentResponseCode, kind) => {
    const fields = { ...ABOUT, pp_ResponseCode: "000", pp_Status, pp_PaymentResponseCode };
    expect(await heardSigned(fields)).toMatchObject({ kind, isSigned: true, code: pp_PaymentResponseCode });
  });

  it("one without status and code says nothing yet", async () => {
    const answer = { kind: "pending", code: "", message: "", isCalledPending: false };
    expect(await heardSigned({ pp_ResponseCode: "000" })).toMatchObject(answer);
  });

  it("it is called pending by the word or by the code", async () => {
    const isCalledPending = async (pp_Status: string, pp_PaymentResponseCode: string) =>
      (await heardSigned({ pp_ResponseCode: "000", pp_Status, pp_PaymentResponseCode })).isCalledPending;
    expect(await isCalledPending("Pending", "")).toBe(true);
    expect(await isCalledPending("", "157")).toBe(true);
    expect(await isCalledPending("", "999")).toBe(false);
    expect(await isCalledPending("Completed", "121")).toBe(false);
  });
});

describe("a payment that the gateway does not know", () => {
  it.each(["109", "199"])("%s may be said without a signature", async (pp_ResponseCode) => {
    const words = { pp_ResponseCode, pp_ResponseMessage: "No record" };
    const unsigned = { kind: "unknown", isSigned: false, code: pp_ResponseCode, message: "No record" };
    expect(await heard(words)).toMatchObject(unsigned);
    expect(await heard({ ...words, pp_SecureHash: "" })).toMatchObject(unsigned);
    expect(await heardSigned(words)).toMatchObject({ ...unsigned, isSigned: true });
    expect(await heard({ pp_ResponseCode })).toMatchObject({ ...unsigned, message: "" });
  });
});

const NOTHING = { kind: "no_answer", isSigned: false, isCalledPending: false, amount: null, gatewayReference: null };

it.each([
  ["unsigned", { ...ABOUT, ...COMPLETED }, "unsigned"],
  ["without a hash's text", { ...ABOUT, ...COMPLETED, pp_SecureHash: "" }, "unsigned"],
  ["about another payment", signed({ ...COMPLETED, pp_TxnRefNo: "T2" }), "about another payment"],
  ["of another merchant", signed({ ...COMPLETED, pp_MerchantID: "MC2" }), "of another merchant"],
  [
    "another payment's that it does not know",
    signed({ pp_ResponseCode: "109", pp_TxnRefNo: "T2" }),
    "about another payment",
  ],
  ["refused", signed({ ...COMPLETED, pp_ResponseCode: "115" }), "refused with 115"],
  ["with an amount that is none", signed({ ...COMPLETED, pp_Amount: "1,500" }), "pp_Amount has no valid value"],
  [
    "with an inquiry's code that is none",
    signed({ ...COMPLETED, pp_ResponseCode: "0" }),
    "pp_ResponseCode has no valid value",
  ],
  ["with an empty inquiry's code", signed({ ...COMPLETED, pp_ResponseCode: "" }), "refused with "],
  ["without an inquiry's code", signed({ pp_Status: "Completed", pp_PaymentResponseCode: "121" }), "refused with "],
])("an answer %s is none", async (_, fields, message) => {
  expect(await heard(fields)).toMatchObject({ ...NOTHING, message });
});

it("silence is no answer either, and has neither code nor fields", async () => {
  gateway.answers((_, response) => response.destroy());
  expect(await askGateway(REFERENCE, shop)).toEqual({
    ...NOTHING,
    code: "",
    message: "no connection",
    txnType: null,
    unknownFields: [],
    fields: {},
  });
});

it("while the salt is changed, an answer under the one before is signed as well", async () => {
  const rotated = { ...shop, salt: "newsalt001" };
  expect(await heardSigned(COMPLETED, rotated)).toMatchObject({ kind: "no_answer", message: "unsigned" });
  expect(await heardSigned(COMPLETED, { ...rotated, previousSalt: SHOP.salt })).toMatchObject({ kind: "paid" });
});

it("names that no guide has are told; what is not the gateway's is nobody's business", async () => {
  const fields = signed({ ...COMPLETED, pp_Brandnew: "1", PP_Status: "Failed", toString: "1" });
  expect(await heard({ ...fields, shop: "1", app: "2" })).toMatchObject({
    kind: "paid",
    unknownFields: ["pp_Brandnew", "PP_Status"],
  });
});
