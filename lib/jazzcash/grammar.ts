const ANY = /^.*$/s;
const EMPTY = /^$/;
const CODE = /^(\d{3}|T\d{2})$/; // the official list has no other shape; `PKR` must never pass for a code
const STAMP = /^\d{14}$/;
const OPTIONAL_STAMP = /^(\d{8}|\d{14})?$/;
const DIGITS_OR_NULL = /^(\d{0,14}|null)$/;
const REFERENCE = /^[A-Za-z0-9]{0,40}$/;
const PAYER = /^(03\d{9})?$/;
const BANK = /^[A-Za-z0-9 ._-]{0,64}$/;

const numbered = (prefix: string, grammar: RegExp) =>
  Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${prefix}_${n}`, grammar]));

/** Every field that a notice may have (return POST of the v4.2 guide, IPN of the 2026 guide), each in its grammar. */
export const NOTICE_GRAMMAR: Record<string, RegExp> = {
  pp_Amount: /^[1-9]\d{0,13}$/,
  pp_AuthCode: /^[A-Za-z0-9]{0,20}$/,
  pp_BankID: /^[A-Za-z0-9]{0,20}$/,
  pp_BillReference: /^[A-Za-z0-9]{1,20}$/,
  pp_DiscountedAmount: DIGITS_OR_NULL,
  pp_Language: /^(EN)?$/,
  pp_MerchantID: /^[A-Za-z0-9_-]{1,30}$/,
  pp_Password: /^[^\s]{0,64}$/,
  pp_ProductID: /^[A-Z]{0,10}$/,
  pp_ResponseCode: CODE,
  pp_ResponseMessage: /^[^&]{0,500}$/,
  pp_RetreivalReferenceNo: REFERENCE,
  pp_SecureHash: /^[0-9a-fA-F]{64}$/,
  pp_SettlementExpiry: OPTIONAL_STAMP,
  pp_SubMerchantId: /^[A-Za-z0-9]{0,30}$/,
  pp_TxnCurrency: /^[A-Z]{3}$/,
  pp_TxnDateTime: STAMP,
  pp_TxnRefNo: /^[A-Za-z0-9/.]{1,20}$/,
  pp_TxnType: /^[A-Z]{0,8}$/,
  pp_Version: /^(\d\.\d)?$/,
  ...numbered("ppmbf", BANK),
  ...numbered("ppmpf", EMPTY),
  ppmpf_1: PAYER,
};

/** The wallet's answer echoes the request and adds the payer's number (wallet guides v1.1 and v2.0). */
export const WALLET_GRAMMAR: Record<string, RegExp> = {
  ...NOTICE_GRAMMAR,
  pp_CNIC: /^\d{0,13}$/,
  pp_CustomerMsisdn: /^\+?\d{0,14}$/,
  pp_Description: /^[^&]{0,200}$/,
  pp_MobileNumber: PAYER,
  pp_ReturnURL: /^[^&\s]{0,200}$/,
  pp_SubMerchantID: /^[A-Za-z0-9]{0,30}$/,
  pp_SubMerchantName: /^[A-Za-z]{0,64}$/,
  pp_TxnExpiryDateTime: /^(\d{14})?$/,
};

/** An inquiry's answer in both shapes (v1 and v2); names that stand here not are hashed, ignored and flagged. */
export const INQUIRY_GRAMMAR: Record<string, RegExp> = {
  pp_Amount: /^\d{0,14}$/,
  pp_AuthCode: ANY,
  pp_BankID: ANY,
  pp_BillReference: ANY,
  pp_MerchantID: ANY,
  pp_PaymentResponseCode: /^([A-Z0-9]{3})?$/,
  pp_PaymentResponseMessage: ANY,
  pp_ProductID: ANY,
  pp_ResponseCode: CODE,
  pp_ResponseMessage: ANY,
  pp_RetreivalReferenceNo: REFERENCE,
  pp_RetrievalReferenceNo: REFERENCE,
  pp_SecureHash: /^([0-9a-fA-F]{64})?$/,
  pp_SettlementDate: ANY,
  pp_SettlementExpiry: ANY,
  pp_Status: ANY,
  pp_TxnDateTime: ANY,
  pp_TxnRefNo: ANY,
  pp_TxnType: /^[A-Z]{0,8}$/,
};
