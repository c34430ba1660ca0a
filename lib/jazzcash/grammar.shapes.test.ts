import { describe, expect, it } from "vitest";
import { INQUIRY_GRAMMAR, NOTICE_GRAMMAR, WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";

type Shape = { good: string[]; bad: string[] };

/** From so many to so many of one character, and none that is not of its kind. */
const some = (character: string, least: number, most: number, ...others: string[]): Shape => ({
  good: [...new Set([least, most])].map((length) => character.repeat(length)),
  bad: [
    ...(least > 0 ? [character.repeat(least - 1)] : []),
    character.repeat(most + 1),
    ...others.flatMap((other) => [other, other.padEnd(most, character), character.repeat(most - 1) + other]),
  ],
});
const digits = (least: number, most: number) => some("7", least, most, "x", "-", " ");
const letters = (least: number, most: number) => some("Z", least, most, "z", "7", "-");
const word = (least: number, most: number) => some("a", least, most, "-", " ", "é");
const either = (...shapes: Shape[]): Shape => ({
  good: shapes.flatMap(({ good }) => good),
  bad: shapes.flatMap(({ bad }) => bad).filter((text) => !shapes.some(({ good }) => good.includes(text))),
});
const ANYTHING: Shape = { good: ["", "a", "& <b>\n\0é", "x".repeat(1000)], bad: [] };
const CODE: Shape = {
  good: ["000", "T00"],
  bad: ["", "00", "0000", "x000", "000x", "T0", "T000", "0T0", "PKR", "T0x"],
};
const PAYER: Shape = {
  good: ["", "03001234567"],
  bad: ["03", "0300123456", "030012345678", "13001234567", "0300123456x"],
};
const REFERENCE = word(0, 40);
const BANK = some("a", 0, 64, "/", "é");
const NOTHING: Shape = { good: [""], bad: ["0", "x", " "] };
const MATCHING = { TxnType: letters(0, 8), SubMerchant: word(0, 30) };

const NOTICE: Record<string, Shape> = {
  pp_Amount: either({ good: ["1", "1".padEnd(14, "0")], bad: ["", "0", "01", "x", "1x", "1".padEnd(15, "0")] }),
  pp_AuthCode: word(0, 20),
  pp_BankID: word(0, 20),
  pp_BillReference: word(1, 20),
  pp_DiscountedAmount: either(digits(0, 14), { good: ["null"], bad: ["nul", "nulls", "1null"] }),
  pp_Language: { good: ["", "EN"], bad: ["E", "ENG", "XEN", "UR"] },
  pp_MerchantID: some("m", 1, 30, " ", "/", "é"),
  pp_Password: some("p", 0, 64, " ", "\t"),
  pp_ProductID: letters(0, 10),
  pp_ResponseCode: CODE,
  pp_ResponseMessage: some("w", 0, 500, "&"),
  pp_RetreivalReferenceNo: REFERENCE,
  pp_SecureHash: some("f", 64, 64, "g"),
  pp_SettlementExpiry: either({ good: [""], bad: [] }, digits(8, 8), digits(14, 14)),
  pp_SubMerchantId: MATCHING.SubMerchant,
  pp_TxnCurrency: letters(3, 3),
  pp_TxnDateTime: digits(14, 14),
  pp_TxnRefNo: some("T", 1, 20, "-", " ", "'"),
  pp_TxnType: MATCHING.TxnType,
  pp_Version: { good: ["", "1.1"], bad: ["1", "1.", ".1", "1.10", "11.1", "1x1", "x.1", "1.x"] },
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`ppmbf_${n}`, BANK])),
  ...Object.fromEntries([2, 3, 4, 5].map((n) => [`ppmpf_${n}`, NOTHING])),
  ppmpf_1: PAYER,
};

const WALLET: Record<string, Shape> = {
  ...NOTICE,
  pp_CNIC: digits(0, 13),
  pp_CustomerMsisdn: either(digits(0, 14), { good: ["+", "+".padEnd(15, "7")], bad: ["+".padEnd(16, "7"), "++7"] }),
  pp_Description: some("d", 0, 200, "&"),
  pp_MobileNumber: PAYER,
  pp_ReturnURL: some("u", 0, 200, "&", " "),
  pp_SubMerchantID: MATCHING.SubMerchant,
  pp_SubMerchantName: some("n", 0, 64, "7", " "),
  pp_TxnExpiryDateTime: either({ good: [""], bad: [] }, digits(14, 14)),
};

const INQUIRY: Record<string, Shape> = {
  ...Object.fromEntries(Object.keys(INQUIRY_GRAMMAR).map((name) => [name, ANYTHING])),
  pp_Amount: digits(0, 14),
  pp_PaymentResponseCode: either({ good: [""], bad: [] }, some("A", 3, 3, "-"), some("7", 3, 3, "x")),
  pp_ResponseCode: CODE,
  pp_RetreivalReferenceNo: REFERENCE,
  pp_RetrievalReferenceNo: REFERENCE,
  pp_SecureHash: either({ good: [""], bad: [] }, some("f", 64, 64, "g")),
  pp_TxnType: MATCHING.TxnType,
};

describe.each([
  ["a notice", NOTICE_GRAMMAR, NOTICE],
  ["the wallet's answer", WALLET_GRAMMAR, WALLET],
  ["an inquiry's answer", INQUIRY_GRAMMAR, INQUIRY],
])("%s", (_, grammar, shapes) => {
  it("has these fields and no other", () => {
    expect(Object.keys(grammar).toSorted()).toEqual(Object.keys(shapes).toSorted());
  });

  it.each(Object.entries(shapes))("%s is as long and of such characters as the guides say", (name, { good, bad }) => {
    const isTaken = (text: string) => grammar[name]?.test(text);
    expect(good.filter((text) => !isTaken(text))).toEqual([]);
    expect(bad.filter(isTaken)).toEqual([]);
  });
});

it("the gateway's two spellings, its dates and its states may come in an inquiry's answer as they like", () => {
  const named = "pp_AuthCode pp_BankID pp_BillReference pp_MerchantID pp_PaymentResponseMessage pp_ProductID";
  const more = "pp_ResponseMessage pp_SettlementDate pp_SettlementExpiry pp_Status pp_TxnDateTime pp_TxnRefNo";
  const strict = "pp_Amount pp_PaymentResponseCode pp_ResponseCode pp_RetreivalReferenceNo pp_RetrievalReferenceNo";
  const all = [named, more, strict, "pp_SecureHash pp_TxnType"].flatMap((names) => names.split(" "));
  expect(Object.keys(INQUIRY_GRAMMAR).toSorted()).toEqual(all.toSorted());
});
