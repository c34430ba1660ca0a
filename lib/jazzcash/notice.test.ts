import { expect, it } from "vitest";
import { NOTICE_GRAMMAR } from "@/lib/jazzcash/grammar";
import { readNotice } from "@/lib/jazzcash/notice";
import { asForm, asJson, ATTEMPT, ipnFields, returnFields, SHOP, shopWith, sign } from "@/lib/jazzcash/test-messages";

const read = (message: ReturnType<typeof asForm>, shop = SHOP) => readNotice(message, "return", shop);
const refusalOf = (message: ReturnType<typeof asForm>, shop = SHOP) => read(message, shop).refused;

it("the return of a card payment, with the word null and empty fields, is read in the shop's words", () => {
  const { notice } = read(asForm(sign(returnFields()))) as Extract<ReturnType<typeof read>, { refused?: undefined }>;
  expect(notice).toMatchObject({
    channel: "return",
    transactionId: ATTEMPT.transactionId,
    event: { type: "gateway_paid", amount: 150_075, discountedAmount: null },
    billReference: "ORDK7Q2MX9A20261125",
    responseCode: "000",
    gatewayReference: "261125000001",
    txnType: "MIGS",
  });
});

it("the server's notification needs neither amount, currency, merchant nor bill reference", () => {
  const reading = read(asJson(sign(ipnFields())));
  expect(reading).toMatchObject({
    notice: { event: { type: "gateway_paid", amount: null }, billReference: null, amount: null },
  });
  expect(refusalOf(asForm(sign(ipnFields())))).toBe("invalid_input");
});

it.each(["pp_Amount", "pp_MerchantID", "pp_TxnCurrency", "pp_BillReference"])(
  "a form names %s, only JSON may lack it",
  (name) => {
    for (const nothing of ["", "null"]) {
      const fields = sign(returnFields({ [name]: nothing }));
      expect(refusalOf(asForm(fields))).toBe("invalid_input");
      expect(refusalOf(asJson(fields))).toBeUndefined();
    }
  },
);

it.each(["pp_TxnRefNo", "pp_ResponseCode"])("no message is without %s", (name) => {
  expect(refusalOf(asJson(sign(ipnFields({ [name]: "" }))))).toBe("invalid_input");
});

it.each([
  ["pp_MerchantID", "MC99999", "merchant_mismatch"],
  ["pp_TxnCurrency", "USD", "currency_mismatch"],
] as const)("another %s is refused", (name, value, refused) => {
  expect(refusalOf(asForm(sign(returnFields({ [name]: value }))))).toBe(refused);
  expect(refusalOf(asJson(sign(ipnFields({ [name]: value }))))).toBe(refused);
});

it("an unsigned, a wrongly signed and a changed message are refused, and keep the reference that they name", () => {
  const { pp_SecureHash: _, ...unsigned } = sign(returnFields());
  expect(read(asForm(unsigned))).toMatchObject({
    refused: "invalid_signature",
    transactionId: ATTEMPT.transactionId,
  });
  expect(refusalOf(asForm({ ...unsigned, pp_SecureHash: "" }))).toBe("invalid_signature");
  expect(refusalOf(asForm(sign(returnFields(), "another-salt")))).toBe("invalid_signature");
  expect(refusalOf(asForm({ ...sign(returnFields({ pp_ResponseCode: "129" })), pp_ResponseCode: "000" }))).toBe(
    "invalid_signature",
  );
  expect(refusalOf(asForm({ ...sign(returnFields()), pp_ProductID: "RETL" }))).toBe("invalid_signature");
});

it("the previous salt is accepted in what comes in", () => {
  const shop = shopWith({ JAZZCASH_INTEGRITY_SALT: "newsalt001", JAZZCASH_INTEGRITY_SALT_PREVIOUS: "oldsalt001" });
  for (const salt of ["newsalt001", "oldsalt001"]) {
    expect(refusalOf(asForm(sign(returnFields(), salt)), shop)).toBeUndefined();
  }
  expect(refusalOf(asForm(sign(returnFields(), "oldersalt1")), shop)).toBe("invalid_signature");
});

it("a name twice is refused, even with the same value, wherever the second stands", () => {
  const { kind, entries } = asForm(sign(returnFields()));
  for (const twin of [
    ["pp_ResponseCode", "000"],
    ["pp_SecureHash", ""],
    ["pp_AuthCode", ""],
  ] as const) {
    expect(refusalOf({ kind, entries: [...entries, twin] })).toBe("invalid_input");
    expect(refusalOf({ kind, entries: [twin, ...entries] })).toBe("invalid_input");
  }
});

it.each(["pp_Extra", "pp_MPIN", "pp_SubMerchantID", "PP_Amount", "ppmpf_6", "ppmbf_0", "pp", "ppx", "pp_amount"])(
  "the name %s is unknown, signed or not, empty or not",
  (name) => {
    expect(refusalOf(asForm(sign(returnFields({ [name]: "1" }))))).toBe("invalid_input");
    expect(refusalOf(asForm({ ...sign(returnFields()), [name]: "" }))).toBe("invalid_input");
  },
);

it("names that are not the gateway's are nobody's business, `__proto__` among them", () => {
  const { kind, entries } = asForm(sign(returnFields()));
  const more = ["utm_source", "__proto__", "constructor", "toString"].map((name) => [name, "1"] as const);
  expect(refusalOf({ kind, entries: [...entries, ...more] })).toBeUndefined();
});

it("a value with & is refused in every field: two messages must not have one hash", () => {
  for (const name of Object.keys(returnFields())) {
    expect([name, refusalOf(asForm(sign(returnFields({ [name]: "1&2" }))))]).toEqual([name, "invalid_input"]);
  }
});

it("a value with & is refused even where a grammar would let it pass", () => {
  const lax = { ...NOTICE_GRAMMAR, pp_ResponseMessage: /^.*$/ };
  const message = asForm(sign(returnFields({ pp_ResponseMessage: "1&2" })));
  expect(readNotice(message, "return", SHOP, lax).refused).toBe("invalid_input");
});

it.each([150_075, true, ["000"], { a: "000" }])("%j is no text, and so no value", (value) => {
  const entries = Object.entries(sign(ipnFields())).filter(([name]) => name !== "pp_AuthCode");
  expect(refusalOf({ kind: "json", entries: [...entries, ["pp_AuthCode", value]] })).toBe("invalid_input");
});

it("what a notice means follows its code, its voucher and its discount", () => {
  const eventOf = (changes: Record<string, string>) => {
    const reading = read(asForm(sign(returnFields(changes))));
    return reading.refused === undefined ? reading.notice.event : reading.refused;
  };
  expect(eventOf({ pp_ResponseCode: "121", pp_DiscountedAmount: "140000" })).toEqual({
    type: "gateway_paid",
    amount: 150_075,
    discountedAmount: 140_000,
  });
  expect(eventOf({ pp_ResponseCode: "129" })).toEqual({ type: "gateway_declined" });
  const pending = { type: "gateway_pending", voucherNumber: null, isAfterSale: false };
  for (const code of ["157", "199", "999", "110", "210", "T00"]) {
    expect(eventOf({ pp_ResponseCode: code })).toEqual(pending);
  }
  expect(eventOf({ pp_ResponseCode: "124" })).toEqual({ ...pending, voucherNumber: "261125000001" });
  expect(eventOf({ pp_ResponseCode: "131" })).toEqual({ ...pending, isAfterSale: true });
});

it("a failure that the payer's browser carries cannot be named anew as a success", () => {
  const failure = {
    pp_Amount: "121",
    pp_BillReference: "ORDK7Q2MX9A20261125",
    pp_MerchantID: SHOP.merchantId,
    pp_ResponseCode: "112",
    pp_TxnCurrency: "PKR",
    pp_TxnDateTime: "20261125120000",
    pp_TxnRefNo: ATTEMPT.transactionId,
    pp_Version: "1.1",
  };
  const { pp_SecureHash } = sign(failure);
  const renamed = {
    pp_ResponseCode: failure.pp_Amount,
    pp_ResponseMessage: failure.pp_BillReference,
    pp_RetreivalReferenceNo: failure.pp_MerchantID,
    pp_SubMerchantId: failure.pp_ResponseCode,
    pp_TxnCurrency: failure.pp_TxnCurrency,
    pp_TxnDateTime: failure.pp_TxnDateTime,
    pp_TxnRefNo: failure.pp_TxnRefNo,
    pp_Version: failure.pp_Version,
    pp_SecureHash: pp_SecureHash ?? "",
  };
  expect(sign(renamed).pp_SecureHash).toBe(pp_SecureHash);
  expect(readNotice(asJson(renamed), "callback", SHOP).refused).toBe("invalid_input");
});
