import { answerCode, isCard, type Transaction } from "./transaction";
import type { Fields, SignableFields } from "./hash";
import { messageOf, type Refusal } from "./response-codes";

interface Outcome {
  code: string;
  message: string;
  txnType: string;
  gatewayReference: string;
  authCode: string;
}

export function outcomeOf(transaction: Transaction): Outcome {
  const code = answerCode(transaction);
  const { txnType, gatewayReference, authCode } = transaction;
  return { code, message: messageOf(code), txnType, gatewayReference, authCode };
}

export function refusedOutcome({ code, message }: Refusal, fields: Fields): Outcome {
  return { code, message, txnType: fields.pp_TxnType ?? "", gatewayReference: "", authCode: "" };
}

/** What the browser carries back to the shop, and what the v1.1 wallet call answers in JSON. */
export function returnFields(fields: Fields, outcome: Outcome): SignableFields {
  const own = (prefix: string) => [1, 2, 3, 4, 5].map((n) => [`${prefix}_${n}`, fields[`${prefix}_${n}`] ?? ""]);
  return {
    pp_Amount: fields.pp_Amount ?? "",
    pp_AuthCode: outcome.authCode,
    pp_BankID: fields.pp_BankID ?? "",
    pp_BillReference: fields.pp_BillReference ?? "",
    pp_Language: fields.pp_Language ?? "",
    pp_MerchantID: fields.pp_MerchantID ?? "",
    pp_ResponseCode: outcome.code,
    pp_ResponseMessage: outcome.message,
    pp_RetreivalReferenceNo: outcome.gatewayReference,
    pp_SettlementExpiry: "",
    pp_SubMerchantId: fields.pp_SubMerchantID ?? "",
    pp_TxnCurrency: fields.pp_TxnCurrency ?? "",
    pp_TxnDateTime: fields.pp_TxnDateTime ?? "",
    pp_TxnRefNo: fields.pp_TxnRefNo ?? "",
    pp_TxnType: outcome.txnType,
    pp_Version: fields.pp_Version ?? "",
    ...(isCard(outcome.txnType) ? { pp_DiscountedAmount: null } : {}),
    ...Object.fromEntries([...own("ppmbf"), ...own("ppmpf")]),
  };
}

/** The wallet's v2 call answers with its request and what came of it; version and type stay empty. */
export function walletFields(fields: Fields, outcome: Outcome): SignableFields {
  return {
    ...fields,
    pp_AuthCode: outcome.authCode,
    pp_CustomerMsisdn: fields.pp_MobileNumber ?? "",
    pp_ResponseCode: outcome.code,
    pp_ResponseMessage: outcome.message,
    pp_RetreivalReferenceNo: outcome.gatewayReference,
    pp_ReturnURL: "",
    pp_SettlementExpiry: "",
    pp_SubMerchantId: fields.pp_SubMerchantID ?? "",
    pp_TxnType: "",
    pp_Version: "",
  };
}

export type InquiryVersion = "v1" | "v2";

/** Only here the retrieval reference is spelt right; only v2 names amount, reference and merchant. */
export function inquiryFields(
  version: InquiryVersion,
  transaction: Transaction,
  { code, status }: { code: string; status: string },
): SignableFields {
  const { fields } = transaction;
  return {
    ...refusedInquiryFields(version, { code: "000", message: messageOf("000") }),
    pp_PaymentResponseCode: code,
    pp_PaymentResponseMessage: messageOf(code),
    pp_Status: status,
    pp_RetrievalReferenceNo: transaction.gatewayReference,
    pp_AuthCode: transaction.authCode,
    ...(version === "v1"
      ? { pp_BankID: fields.pp_BankID ?? "", pp_ProductID: fields.pp_ProductID ?? "" }
      : {
          pp_MerchantID: fields.pp_MerchantID ?? "",
          pp_TxnRefNo: transaction.reference,
          pp_TxnType: transaction.txnType,
          pp_Amount: fields.pp_Amount ?? "",
          pp_TxnDateTime: fields.pp_TxnDateTime ?? "",
          pp_BillReference: fields.pp_BillReference ?? "",
        }),
  };
}

export function refusedInquiryFields(version: InquiryVersion, { code, message }: Refusal): SignableFields {
  return {
    pp_ResponseCode: code,
    pp_ResponseMessage: message,
    pp_PaymentResponseCode: "",
    pp_PaymentResponseMessage: "",
    pp_Status: "",
    pp_RetrievalReferenceNo: "",
    pp_SettlementDate: "",
    pp_AuthCode: "",
    ...(version === "v1"
      ? { pp_SettlementExpiry: "", pp_BankID: "", pp_ProductID: "" }
      : {
          pp_MerchantID: "",
          pp_TxnRefNo: "",
          pp_TxnType: "",
          pp_Amount: "",
          pp_TxnDateTime: "",
          pp_BillReference: "",
        }),
  };
}
