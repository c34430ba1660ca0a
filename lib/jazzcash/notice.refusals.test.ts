import { describe, expect, it } from "vitest";
import { readNotice } from "@/lib/jazzcash/notice";
import { asForm, asJson, ATTEMPT, ipnFields, returnFields, SHOP, sign } from "@/lib/jazzcash/test-messages";

type Message = ReturnType<typeof asForm>;

function refusalOf(message: Message) {
  const reading = readNotice(message, "callback", SHOP);
  if (reading.refused === undefined) throw new Error("it was not refused");
  return reading;
}

const unsigned = (changes: Record<string, string> = {}) => asForm({ ...returnFields(changes), pp_SecureHash: "" });

describe("what a refusal tells the shop", () => {
  it("which attempt it named, where it came in, why, and its fields as they may be kept", () => {
    const refusal = refusalOf(unsigned({ ppmpf_1: "03001234567" }));
    expect(refusal).toMatchObject({
      refused: "invalid_signature",
      detail: "pp_SecureHash does not match the fields.",
      channel: "callback",
      transactionId: ATTEMPT.transactionId,
      fields: { pp_Amount: "150075", pp_BillReference: "ORDK7Q2MX9A20261125", ppmpf_1: "masked:11" },
    });
  });

  it("whether the gateway itself must have sent it", () => {
    const ofAnotherCountry = asForm(sign(returnFields({ pp_TxnCurrency: "USD" })));
    expect(refusalOf(ofAnotherCountry)).toMatchObject({ refused: "currency_mismatch", isSigned: true });
    expect(refusalOf(unsigned({ pp_TxnCurrency: "USD" })).isSigned).toBe(false);
    for (const name of ["pp_AuthCode", "pp_BankID", "pp_ResponseMessage"]) {
      const renamed = asForm(sign(returnFields({ [name]: SHOP.password })));
      expect(refusalOf(renamed)).toMatchObject({ refused: "invalid_input", isSigned: false });
    }
  });

  it("whether it has a field of the gateway's that nobody knows yet", () => {
    const isNew = (fields: Record<string, string>) =>
      refusalOf(asForm({ ...sign(returnFields()), ...fields })).hasUnknownField;
    expect(isNew({ pp_Brandnew: "1" })).toBe(true);
    expect(isNew({ PP_AMOUNT: "1" })).toBe(true);
    expect(isNew({ pp_Amount: "0" })).toBe(false);
    expect(isNew({ pp_Amount: "0", shipping_address: "1", utm_pp: "1", toString: "1" })).toBe(false);
  });
});

it.each([
  ["a reference that no attempt can have", "T 1"],
  ["one that is too long", "T".repeat(21)],
  ["one in a sentence", "see T1!"],
  ["one before something else", "T1!"],
  ["one after something else", "!T1"],
  ["an empty one", ""],
  ["none", null],
])("a refused message with %s names no attempt", (_, pp_TxnRefNo) => {
  expect(refusalOf(asForm({ ...returnFields(), pp_TxnRefNo })).transactionId).toBeNull();
  const entries = asForm(returnFields()).entries.filter(([name]) => name !== "pp_TxnRefNo");
  expect(refusalOf({ kind: "form", entries }).transactionId).toBeNull();
});

it.each(["T", "T".repeat(20), "a/b.c"])("a refused message with the reference %s names it", (pp_TxnRefNo) => {
  expect(refusalOf(unsigned({ pp_TxnRefNo })).transactionId).toBe(pp_TxnRefNo);
});

it("a signed message whose reference is a person's number is about no payment, and does not repeat the number", () => {
  const refusal = refusalOf(asJson(sign(ipnFields({ pp_TxnRefNo: "03001234567" }))));
  expect(refusal).toMatchObject({ refused: "payment_not_found", transactionId: null, isSigned: true });
  expect(JSON.stringify(refusal)).not.toContain("03001234567");
});

it("a name of up to 64 characters is told, so that one sees which field is new; a longer one is not", () => {
  const detailOf = (length: number) => refusalOf(asForm({ ...returnFields(), ["pp_".padEnd(length, "x")]: "" })).detail;
  expect(detailOf(40)).toBe(`${"pp_".padEnd(40, "x")} is no known field.`);
  expect(detailOf(64)).toBe("unnamed:64 is no known field.");
  expect(detailOf(65)).toBe("A name is too long.");
});

it("what is not the gateway's may be called anything, be it long or like one of its names, and hold anything", () => {
  const { kind, entries } = asForm(sign(returnFields()));
  for (const [name, value] of [
    ["x".repeat(65), "1"],
    ["app_source", "1&2"],
    ["merchant", SHOP.merchantId],
    ["word", SHOP.password],
  ] as const) {
    expect(readNotice({ kind, entries: [...entries, [name, value]] }, "return", SHOP).refused).toBeUndefined();
  }
});

it("the merchant's name under another name is no message of the gateway's", () => {
  for (const name of ["pp_AuthCode", "pp_SubMerchantId", "ppmbf_1"]) {
    const refusal = refusalOf(asForm(sign(returnFields({ [name]: SHOP.merchantId }))));
    expect(refusal).toMatchObject({ refused: "invalid_input", isSigned: false });
  }
});

it("a notice keeps the gateway's words and fields as they may be kept", () => {
  const words = "Paid by 03001234567. Thank you.";
  const { notice } = readNotice(asJson(sign(ipnFields({ pp_ResponseMessage: words }))), "callback", SHOP) as Extract<
    ReturnType<typeof readNotice>,
    { refused?: undefined }
  >;
  expect(notice).toMatchObject({
    channel: "callback",
    responseMessage: "Paid by •••. Thank you.",
    fields: { pp_TxnRefNo: ATTEMPT.transactionId, pp_ResponseMessage: "Paid by •••. Thank you." },
  });
  const { pp_ResponseMessage: _, ...wordless } = ipnFields();
  expect(readNotice(asJson(sign(wordless)), "callback", SHOP)).toMatchObject({ notice: { responseMessage: "" } });
});
