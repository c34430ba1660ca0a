import { readPakistanTime } from "./pakistan-time";

type Grammar = (value: string) => boolean;

const like =
  (pattern: RegExp): Grammar =>
  (value) =>
    pattern.test(value);

const date: Grammar = (value) => readPakistanTime(value) !== null;
const text = like(/^[\x20-\x7e]{0,255}$/);

const GRAMMAR: Record<string, Grammar> = {
  pp_Version: like(/^(1\.1|1\.2|2\.0)$/),
  pp_TxnType: like(/^(MWALLET|MPAY|MIGS|AUTH|OTC|PAY|DD)$/),
  pp_Language: like(/^EN$/),
  pp_SubMerchantName: like(/^[A-Za-z]{1,50}$/),
  pp_TxnRefNo: like(/^[A-Za-z0-9/.]{1,20}$/),
  pp_Amount: like(/^[1-9]\d{0,12}$/),
  pp_TxnCurrency: like(/^PKR$/),
  pp_Currency: like(/^PKR$/),
  pp_TxnDateTime: date,
  pp_TxnExpiryDateTime: date,
  pp_BillReference: like(/^[A-Za-z0-9]{1,20}$/),
  pp_Description: like(/^(?!.*[<>\\*=%/:'"{}|])[\x20-\x7e]{1,200}$/),
  pp_ReturnURL: like(/^https?:\/\/[\x21-\x7e]{1,192}$/),
  pp_MobileNumber: like(/^03\d{9}$/),
  pp_CNIC: like(/^\d{6}$/),
  pp_VoucherID: like(/^\d{12}$/),
  pp_MerchantMPIN: like(/^\d{4}$/),
  pp_SecureHash: like(/^[0-9A-Fa-f]{64}$/),
};

/** An empty value is judged by whether the field must be there, never by its grammar. */
export function isWellFormed(name: string, value: string): boolean {
  return value === "" || (GRAMMAR[name] ?? text)(value);
}
