import { readEnv } from "@/lib/env";
import type { JazzCashConfig } from "@/lib/jazzcash/config";
import type { RawMessage } from "@/lib/jazzcash/notice";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { paisa } from "@/lib/shared/money";

/** The configuration that a shop has with these variables, the simulator's credentials unless others are named. */
export function shopWith(variables: Record<string, string> = {}): JazzCashConfig {
  const reading = readEnv({ NODE_ENV: "test", SITE_URL: "https://shop.example", ...variables });
  if (reading.problems) throw new Error(JSON.stringify(reading.problems));
  return reading.env.jazzcash;
}

export const SHOP = shopWith();

export const ATTEMPT = {
  transactionId: "T261125ABCDEFGHJKLMN",
  orderNumber: "ORD-K7Q2MX9A-20261125",
  amount: paisa(150_075),
  createdAt: new Date("2026-11-25T07:00:00Z"),
  expiresAt: new Date("2026-11-25T08:00:00Z"),
};

type Fields = Record<string, string | null>;

export const sign = (fields: Fields, salt = SHOP.salt): Fields => ({
  ...fields,
  pp_SecureHash: secureHash(fields, salt),
});

export const asForm = (fields: Fields): RawMessage => ({ kind: "form", entries: Object.entries(fields) });
export const asJson = (fields: Fields): RawMessage => ({ kind: "json", entries: Object.entries(fields) });

/** What comes to the return address, all of its fields, as captured live (empty ones too). */
export const returnFields = (changes: Fields = {}): Fields => ({
  pp_Amount: "150075",
  pp_AuthCode: "",
  pp_BankID: "",
  pp_BillReference: "ORDK7Q2MX9A20261125",
  pp_DiscountedAmount: "null",
  pp_Language: "EN",
  pp_MerchantID: SHOP.merchantId,
  pp_ResponseCode: "000",
  pp_ResponseMessage: "Thank you for Using JazzCash, your transaction was successful.",
  pp_RetreivalReferenceNo: "261125000001",
  pp_SettlementExpiry: "",
  pp_SubMerchantId: "",
  pp_TxnCurrency: "PKR",
  pp_TxnDateTime: "20261125120000",
  pp_TxnRefNo: ATTEMPT.transactionId,
  pp_TxnType: "MIGS",
  pp_Version: "1.1",
  ppmbf_1: "",
  ppmbf_2: "",
  ppmbf_3: "",
  ppmbf_4: "",
  ppmbf_5: "",
  ppmpf_1: "",
  ppmpf_2: "",
  ppmpf_3: "",
  ppmpf_4: "",
  ppmpf_5: "",
  ...changes,
});

/** The server's own notification (IPN guide 2026), which names neither amount nor merchant nor bill. */
export const ipnFields = (changes: Fields = {}): Fields => ({
  pp_Version: "2.0",
  pp_TxnType: "MWALLET",
  pp_BankID: "",
  pp_ProductID: null,
  pp_Password: null,
  pp_TxnRefNo: ATTEMPT.transactionId,
  pp_TxnDateTime: "20261125120000",
  pp_ResponseCode: "121",
  pp_ResponseMessage: "Transaction has been marked confirmed by Merchant.",
  pp_AuthCode: "060935465981",
  pp_SettlementExpiry: null,
  pp_RetreivalReferenceNo: "261125000001",
  ...changes,
});
