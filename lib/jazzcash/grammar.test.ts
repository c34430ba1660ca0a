import { expect, it } from "vitest";
import { NOTICE_GRAMMAR } from "@/lib/jazzcash/grammar";
import { readNotice } from "@/lib/jazzcash/notice";
import { asForm, returnFields, SHOP, sign } from "@/lib/jazzcash/test-messages";

const REFERENCE = { good: ["1", "a".repeat(40)], bad: ["a".repeat(41), "1 2", "1-2", "é"] };
const BANK = { good: ["HBL Bank_1.0-x", "a".repeat(64)], bad: ["a".repeat(65), "a/b", "a:b", "é", "a\nb"] };
const NOTHING = { good: [], bad: ["0", "x", " "] };

const CASES: Record<string, { good: string[]; bad: string[] }> = {
  pp_Amount: {
    good: ["1", "150075", "9".repeat(14)],
    bad: ["0", "01", "-1", "+1", "1.0", "1,000", "1e3", "9".repeat(15), " 1", "1\n", "١"],
  },
  pp_AuthCode: { good: ["060935465981", "A1"], bad: ["a".repeat(21), "a b", "a-b"] },
  pp_BankID: { good: ["TBANK"], bad: ["a".repeat(21), "T BANK"] },
  pp_BillReference: { good: ["billref1"], bad: ["a".repeat(21), "ORD-1", "a b"] },
  pp_DiscountedAmount: { good: ["0", "150075", "null"], bad: ["-1", "1.5", "9".repeat(15), "NULL", "none"] },
  pp_Language: { good: ["EN"], bad: ["en", "UR", "ENG"] },
  pp_MerchantID: { good: [SHOP.merchantId], bad: ["a".repeat(31), "MC 1", "MC/1"] },
  pp_Password: { good: [SHOP.password, "masked"], bad: ["a b", "a".repeat(65)] },
  pp_ProductID: { good: ["RETL"], bad: ["retl", "RETL1", "A".repeat(11)] },
  pp_ResponseCode: {
    good: ["000", "999", "T00"],
    bad: ["0", "00", "0000", "PKR", "OTC", "t00", " 00", "000\n", "٠٠٠"],
  },
  pp_ResponseMessage: { good: ["Thank you. 100% شکریہ", "x".repeat(500)], bad: ["x".repeat(501), "a&b"] },
  pp_RetreivalReferenceNo: REFERENCE,
  pp_SettlementExpiry: { good: ["20261125", "20261125120000"], bad: ["2026-11-25", "202611", "x"] },
  pp_SubMerchantId: { good: ["Sub1"], bad: ["a".repeat(31), "a b"] },
  pp_TxnCurrency: { good: ["PKR"], bad: ["pkr", "PK", "PKRS", "586"] },
  pp_TxnDateTime: { good: ["20261125120000"], bad: ["20261125", "2026-11-25 12:00", "2026112512000"] },
  pp_TxnRefNo: { good: ["T1", "a/b.c", "T".repeat(20)], bad: ["T".repeat(21), "T 1", "T-1", "T'1"] },
  pp_TxnType: { good: ["MWALLET", "MIGS"], bad: ["mwallet", "MWALLETXX", "M1"] },
  pp_Version: { good: ["1.1", "2.0"], bad: ["1", "10", "1.1.1", "v1"] },
  ppmbf_1: BANK,
  ppmbf_2: BANK,
  ppmbf_3: BANK,
  ppmbf_4: BANK,
  ppmbf_5: BANK,
  ppmpf_1: { good: ["03001234567"], bad: ["3001234567", "923001234567", "0300123456", "x"] },
  ppmpf_2: NOTHING,
  ppmpf_3: NOTHING,
  ppmpf_4: NOTHING,
  ppmpf_5: NOTHING,
};

const refusalOf = (name: string, value: string) =>
  readNotice(asForm(sign(returnFields({ [name]: value }))), "return", SHOP).refused;

it("every field that a notice may have is tried here", () => {
  const known = Object.keys(NOTICE_GRAMMAR).filter((name) => name !== "pp_SecureHash");
  expect(Object.keys(CASES).toSorted()).toEqual(known.toSorted());
});

it.each(Object.entries(CASES))("%s is held to its grammar, although the message is signed", (name, { good, bad }) => {
  for (const value of good) expect([value, refusalOf(name, value)]).toEqual([value, undefined]);
  for (const value of bad) expect([value, refusalOf(name, value)]).toEqual([value, "invalid_input"]);
});

it("a hash is 64 hexadecimal digits", () => {
  for (const hash of ["abc", "g".repeat(64), "a".repeat(65), `${"a".repeat(64)}\n`]) {
    const message = asForm({ ...returnFields(), pp_SecureHash: hash });
    expect(readNotice(message, "return", SHOP).refused).toBe("invalid_input");
  }
});
