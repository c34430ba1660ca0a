import { expect, it } from "vitest";
import { INQUIRY_GRAMMAR, WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";
import { maskFields } from "@/lib/jazzcash/mask-fields";
import { SHOP } from "@/lib/jazzcash/test-messages";

const SECRETS = [SHOP.password, SHOP.salt, null, "4321"];

const CLEAR: Record<string, string> = {
  pp_Amount: "300000",
  pp_BankID: "TBANK",
  pp_BillReference: "ORDK7Q2MX9A20261125",
  pp_DiscountedAmount: "270000",
  pp_Language: "EN",
  pp_MerchantID: "12345678",
  pp_PaymentResponseCode: "121",
  pp_PaymentResponseMessage: "Transaction has been marked confirmed by Merchant.",
  pp_ResponseCode: "T00",
  pp_ResponseMessage: "Rs 3,000.00 were paid on 25-11-2026.",
  pp_RetreivalReferenceNo: "202611251200000000000001",
  pp_RetrievalReferenceNo: "261125000001",
  pp_SettlementDate: "2026-11-25 12:00:00",
  pp_SettlementExpiry: "20261125",
  pp_Status: "Validation Failed",
  pp_TxnCurrency: "PKR",
  pp_TxnDateTime: "20261125120000",
  pp_TxnExpiryDateTime: "20261125130000",
  pp_TxnRefNo: "T261125ABCDEFGHJKLMN",
  pp_TxnType: "MWALLET",
  pp_Version: "1.1",
};

it("this is the whole list of what may be kept in clear, known fields or not", () => {
  expect(maskFields(CLEAR, SECRETS)).toEqual(CLEAR);
  const all = [...Object.keys({ ...WALLET_GRAMMAR, ...INQUIRY_GRAMMAR }), "pp_Brandnew", "pp_amount", "PP_TxnRefNo"];
  for (const name of all.filter((known) => !Object.hasOwn(CLEAR, known))) {
    for (const value of ["x", "121", "T261125ABCDEFGHJKLMN", "2026"]) {
      expect(maskFields({ [name]: value }, SECRETS)).toEqual({ [name]: `masked:${value.length}` });
    }
  }
});

it("and only in its own shape, and where it is nobody's number", () => {
  const strange = ["03001234567", "3001234567", "+923001234567", "0300-1234567", "3520212345671", "35202-1234567-1"];
  const cards = ["5123456789012346", "371449635398431", "36148900647913", "345671", "a b", "x".repeat(41), "٣٠٠"];
  const sentences = ["pp_ResponseMessage", "pp_PaymentResponseMessage", "pp_Status"];
  const amounts = ["pp_Amount", "pp_DiscountedAmount"];
  for (const name of Object.keys(CLEAR).filter((one) => !sentences.includes(one))) {
    for (const value of [...strange, ...cards]) {
      if (amounts.includes(name) && /^(3001234567|345671)$/.test(value)) continue; // a sum like another
      expect(maskFields({ [name]: value }, SECRETS)).toEqual({ [name]: `masked:${value.length}` });
    }
  }
});
