import { INQUIRY_GRAMMAR, WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";
import type { GatewayFields } from "@/lib/jazzcash/secure-hash";

/** What may be kept in clear. Everything that does not stand here is kept as its length only. */
const CLEAR = new Set([
  "pp_Amount",
  "pp_BankID",
  "pp_BillReference",
  "pp_DiscountedAmount",
  "pp_Language",
  "pp_MerchantID",
  "pp_PaymentResponseCode",
  "pp_PaymentResponseMessage",
  "pp_ResponseCode",
  "pp_ResponseMessage",
  "pp_RetreivalReferenceNo",
  "pp_RetrievalReferenceNo",
  "pp_SettlementDate",
  "pp_SettlementExpiry",
  "pp_Status",
  "pp_TxnCurrency",
  "pp_TxnDateTime",
  "pp_TxnExpiryDateTime",
  "pp_TxnRefNo",
  "pp_TxnType",
  "pp_Version",
]);

const MOST_STRANGE_NAMES = 5; // enough to see which field is new, too little to fill a table with
const KNOWN = new Set([...Object.keys(WALLET_GRAMMAR), ...Object.keys(INQUIRY_GRAMMAR)]);
const MOST_CHARACTERS = 200;

/** Numbers of people (mobiles, CNICs, cards) do not survive inside a sentence. */
const withoutNumbers = (text: string): string => text.replace(/\+?\d(?:[ ./()-]*\d){8,}/g, "•••");

const WORDS = new Set(["pp_ResponseMessage", "pp_PaymentResponseMessage", "pp_Status"]);

const isLong = (secret: string): boolean => secret.length >= 8; // an MPIN's four digits are part of many numbers

/** A message as `payment_events` keeps it: secrets (under whatever name), CNIC and full numbers are never in it. */
export function maskFields(fields: GatewayFields, secrets: readonly (string | null)[]): Record<string, string> {
  const entries = Object.entries(fields);
  const strange = entries.filter(([name]) => !KNOWN.has(name)).slice(0, MOST_STRANGE_NAMES);
  return Object.fromEntries(
    [...entries.filter(([name]) => KNOWN.has(name)), ...strange].map(([name, value]) => {
      const text = value ?? "";
      const shown = WORDS.has(name) ? withoutNumbers(text) : text;
      const isSecret = secrets.some(
        (secret) => secret && (text === secret || (isLong(secret) && text.includes(secret))),
      );
      const isClear = text === "" || (CLEAR.has(name) && !isSecret);
      return [
        storable(name.slice(0, 64)),
        isClear ? storable(shown.slice(0, MOST_CHARACTERS)) : `masked:${text.length}`,
      ];
    }),
  );
}

/** PostgreSQL keeps neither NUL nor half a character. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "");
