import type { Fields } from "./hash";
import type { Generation } from "./transaction";

/** The closed field list of one API; a field outside it is refused and would not be hashed. */
export interface Schema {
  required: readonly string[];
  optional: readonly string[];
}

const MERCHANT = ["pp_MerchantID", "pp_Password", "pp_SecureHash"];
const PURCHASE = [
  ...MERCHANT,
  "pp_TxnRefNo",
  "pp_Amount",
  "pp_TxnCurrency",
  "pp_TxnDateTime",
  "pp_TxnExpiryDateTime",
  "pp_BillReference",
  "pp_Description",
  "pp_Language",
];
const MERCHANT_OWN = ["ppmpf_1", "ppmpf_2", "ppmpf_3", "ppmpf_4", "ppmpf_5"];
const BANKING = ["pp_SubMerchantID", "pp_BankID", "pp_ProductID"];
const CARD_EXTRAS = [
  "pp_IsRegisteredCustomer",
  "pp_TokenizedCardNumber",
  "pp_ShouldTokenizeCardNumber",
  "pp_CustomerID",
  "pp_CustomerEmail",
  "pp_CustomerMobile",
  "pp_DiscountedAmount",
  "pp_DiscountBank",
  "pp_UsageMode",
];

export function hostedSchema(fields: Fields, generation: Generation): Schema {
  return {
    required: [...PURCHASE, "pp_Version", "pp_ReturnURL"],
    optional: [
      "pp_TxnType",
      ...BANKING,
      ...MERCHANT_OWN,
      ...(fields.pp_Version === "2.0" ? CARD_EXTRAS : []),
      ...(generation === "portal" ? ["pp_SubMerchantName"] : []),
    ],
  };
}

/** The orchestrator's v1.1 list is exact; the older paths also know the banking fields and the sub-merchant's name. */
export function directSchema(generation: Generation): Schema {
  const optional = generation === "portal" ? [...BANKING, "pp_SubMerchantName"] : [];
  return {
    required: [...PURCHASE, "pp_Version", "pp_TxnType", "ppmpf_1"],
    optional: ["pp_ReturnURL", ...optional, ...MERCHANT_OWN.slice(1)],
  };
}

export const WALLET_V2_SCHEMA: Schema = {
  required: [...PURCHASE, "pp_MobileNumber", "pp_CNIC"],
  optional: [...BANKING, "pp_DiscountedAmount", ...MERCHANT_OWN],
};

export function inquirySchema(generation: Generation): Schema {
  return { required: [...MERCHANT, "pp_TxnRefNo"], optional: generation === "portal" ? ["pp_Version"] : [] };
}

const REFUND = [...MERCHANT, "pp_TxnRefNo", "pp_Amount", "pp_TxnCurrency"];

export const CARD_REFUND_SCHEMA: Schema = { required: REFUND, optional: [] };
export const MPIN_REFUND_SCHEMA: Schema = { required: [...REFUND, "pp_MerchantMPIN"], optional: [] };
export const VOID_SCHEMA: Schema = { required: [...MERCHANT, "pp_TxnRefNo"], optional: [] };
export const VOUCHER_REFUND_SCHEMA: Schema = {
  required: [...MERCHANT, "pp_VoucherID", "pp_Amount"],
  optional: ["pp_TxnCurrency", "pp_Currency", "pp_CNIC"],
};

const ALLOWED_TYPES: Record<Generation, Record<string, readonly string[]>> = {
  portal: {
    "1.1": ["", "MWALLET", "OTC", "MIGS", "DD", "AUTH"],
    "1.2": ["", "MWALLET", "OTC", "MIGS"],
    "2.0": ["", "MPAY", "PAY", "AUTH"],
  },
  orchestrator: { "1.1": ["", "MPAY", "MWALLET", "OTC"] },
};

/** Cards on the portal need version 2.0, on the orchestrator 1.1; wallets and vouchers are 1.1 on both. */
export function isAllowedPair(generation: Generation, version: string, txnType: string): boolean {
  return ALLOWED_TYPES[generation][version]?.includes(txnType) ?? false;
}
