import { type SignableFields, signed } from "../simulator/hash";
import { messageOf } from "../simulator/response-codes";
import { asUsual, type Door, type Message } from "./message";
import type { Payment } from "./payment";

/** What the judge knows of the merchant whose shop it is. */
export type Merchant = { id: string; salt: string };

const SUCCESS: Record<Door, string> = { callback: "121", return: "000" };

const merchantId = ({ form }: Payment, merchant: Merchant): string => form?.pp_MerchantID || merchant.id;

/** The IPN of the 2026 guide: JSON, nulls for what is not there, and neither amount nor merchant nor bill. */
const notice = (payment: Payment, code: string): SignableFields => ({
  pp_Version: "2.0",
  pp_TxnType: "MWALLET",
  pp_BankID: "",
  pp_ProductID: null,
  pp_Password: null,
  pp_TxnRefNo: payment.ref,
  pp_TxnDateTime: payment.dateTime,
  pp_ResponseCode: code,
  pp_ResponseMessage: messageOf(code),
  pp_AuthCode: "",
  pp_SettlementExpiry: null,
  pp_RetreivalReferenceNo: payment.gatewayReference,
});

const NUMBERS = [1, 2, 3, 4, 5];
const empty = (prefix: string) => Object.fromEntries(NUMBERS.map((n) => [`${prefix}_${n}`, ""]));

/** What the payer's browser carries back (return POST of the v4.2 guide). */
const returned = (payment: Payment, merchant: Merchant, code: string): SignableFields => ({
  pp_Amount: payment.amount,
  pp_AuthCode: "",
  pp_BankID: "",
  pp_BillReference: payment.bill,
  pp_Language: "EN",
  pp_MerchantID: merchantId(payment, merchant),
  pp_ResponseCode: code,
  pp_ResponseMessage: messageOf(code),
  pp_RetreivalReferenceNo: payment.gatewayReference,
  pp_SettlementExpiry: "",
  pp_SubMerchantId: "",
  pp_TxnCurrency: "PKR",
  pp_TxnDateTime: payment.dateTime,
  pp_TxnRefNo: payment.ref,
  pp_TxnType: "MWALLET",
  pp_Version: payment.form?.pp_Version || "1.1",
  ...empty("ppmbf"),
  ...empty("ppmpf"),
});

/** The unsigned fields of the gateway's true word at one of the doors. */
export const honestFields = (door: Door, payment: Payment, merchant: Merchant, code = SUCCESS[door]): SignableFields =>
  door === "callback" ? notice(payment, code) : returned(payment, merchant, code);

/** The return's fields, which say all that can be said, whatever the door. */
export const fullFields = (door: Door, payment: Payment, merchant: Merchant, code = SUCCESS[door]): SignableFields =>
  returned(payment, merchant, code);

export const honest = (door: Door, payment: Payment, merchant: Merchant, code = SUCCESS[door]): Message =>
  asUsual(door, signed(honestFields(door, payment, merchant, code), merchant.salt));
