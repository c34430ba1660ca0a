import { INQUIRY_GRAMMAR, WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";
import type { GatewayFields } from "@/lib/jazzcash/secure-hash";

const AMOUNT = /^(?!(0|92)3\d{9}$)\d{1,12}$/; // a mobile is none
const CODE = /^[A-Z0-9]{3}$/;
const DATE = /^(\d{8}|\d{14}|\d{4}-\d\d-\d\d([T ]\d\d:\d\d:\d\d)?)$/;
const REFERENCE = /^[A-Za-z0-9]{1,40}$/;
const SHORT_NAME = /^[A-Za-z0-9_-]{1,30}$/;
const STAMP = /^\d{14}$/;

/** What may be kept in clear, each in this shape only. Everything else is kept as its length. */
const CLEAR: Record<string, RegExp> = {
  pp_Amount: AMOUNT,
  pp_BankID: SHORT_NAME,
  pp_BillReference: REFERENCE,
  pp_DiscountedAmount: AMOUNT,
  pp_Language: /^[A-Z]{2}$/,
  pp_MerchantID: SHORT_NAME,
  pp_PaymentResponseCode: CODE,
  pp_ResponseCode: CODE,
  pp_RetreivalReferenceNo: REFERENCE,
  pp_RetrievalReferenceNo: REFERENCE,
  pp_SettlementDate: DATE,
  pp_SettlementExpiry: DATE,
  pp_TxnCurrency: /^[A-Z]{3}$/,
  pp_TxnDateTime: STAMP,
  pp_TxnExpiryDateTime: STAMP,
  pp_TxnRefNo: /^[A-Za-z0-9/.]{1,20}$/,
  pp_TxnType: /^[A-Z]{1,8}$/,
  pp_Version: /^\d\.\d$/,
};

const AUTH_CODE = /^[A-Za-z0-9]{1,20}$/;

/** What proves a message of the gateway to be its own: with it a notice that was kept can be read once more. */
const CLEAR_IN_NOTICE: Record<string, RegExp> = {
  ...CLEAR,
  pp_AuthCode: AUTH_CODE,
  pp_SecureHash: /^[0-9A-Fa-f]{64}$/,
};

/** Sentences are kept without what could be somebody's. */
const SENTENCES = new Set(["pp_ResponseMessage", "pp_PaymentResponseMessage", "pp_Status"]);

const KNOWN = new Set([...Object.keys(WALLET_GRAMMAR), ...Object.keys(INQUIRY_GRAMMAR)]);
const MOST_STRANGE_NAMES = 5; // enough to see which field is new, too little to fill a table with
const MOST_CHARACTERS = 200;
const MOST_READ = 1000;
const HIDDEN = "•••";

/** A whole value that is a mobile, a CNIC, the end of one, or a card; references of the gateway have 12 or 24 digits. */
const PERSONS_NUMBER = /^((0|92|0092)?3\d{9}|3[0689]\d{12}|\d{6}|\d{13}|\d{15,19})$/;

const LONG_NUMBER = /\p{Nd}([^\p{L}\p{Nd}]{0,3}\p{Nd}){8,}|\p{Nd}{6,}/gu; // whichever way it is grouped
const SHORT_NUMBER = /\p{Nd}{3,}/gu;
const E_MAIL = /[^\s@<>]+@[^\s@<>]+/g;
const NAMES_A_PIN = /\b(pin|otp|cv[cv])\b|mpin/i;

const isLong = (secret: string): boolean => secret.length >= 8; // an MPIN's four digits are part of many numbers

/** A secret of the shop, in whatever letters; a short one only where it stands by itself. */
function holdsSecret(text: string, secrets: readonly (string | null)[]): boolean {
  const small = text.toLowerCase();
  const words = small.split(/[^\p{L}\p{Nd}]+/u);
  return secrets.some((secret) => {
    const sought = secret?.toLowerCase() ?? "";
    return sought !== "" && (isLong(sought) ? small.includes(sought) : small === sought || words.includes(sought));
  });
}

/** Looked at no further than is needed: a stranger may send very much. */
function withoutPersons(text: string): string {
  const sentence = text.slice(0, MOST_READ).replace(E_MAIL, HIDDEN).replace(LONG_NUMBER, HIDDEN);
  return NAMES_A_PIN.test(sentence) ? sentence.replace(SHORT_NUMBER, HIDDEN) : sentence;
}

const masked = (text: string): string => `masked:${text.length}`;

/** PostgreSQL keeps neither NUL nor half a character. */
const storable = (text: string): string => text.slice(0, MOST_CHARACTERS).replace(/\0|\p{Surrogate}/gu, "");

/** A name as it may be told: of those that nobody knows only what looks like one. */
export function maskName(name: string, secrets: readonly (string | null)[]): string {
  if (KNOWN.has(name)) return name;
  const looksLikeOne =
    /^[A-Za-z]\w{0,39}$/.test(name) && !/\d{5}/.test(name) && !holdsSecret(name.replaceAll("_", " "), secrets);
  return looksLikeOne ? name : `unnamed:${name.length}`;
}

function maskValue(
  name: string,
  text: string,
  secrets: readonly (string | null)[],
  clear: Record<string, RegExp>,
): string {
  if (text === "" || text === "null") return text;
  if (SENTENCES.has(name)) return holdsSecret(text, secrets) ? masked(text) : storable(withoutPersons(text));
  const shape = Object.hasOwn(clear, name) ? clear[name] : undefined;
  if (!shape?.test(text)) return masked(text);
  // An amount may well have the digits of an MPIN or of a CNIC's end, and says nothing of them.
  const isAmount = shape === AMOUNT;
  const sought = isAmount ? secrets.filter((secret) => secret !== null && isLong(secret)) : secrets;
  const isBanks = shape === AUTH_CODE && text.length === 6; // six digits are what banks give
  const isSomebodys = !isAmount && !isBanks && PERSONS_NUMBER.test(text.replace(/[^A-Za-z0-9]/g, ""));
  return isSomebodys || holdsSecret(text, sought) ? masked(text) : text;
}

/** A message as `payment_events` keeps it: secrets (under whatever name), CNIC and full numbers are never in it. */
export function maskFields(
  fields: GatewayFields,
  secrets: readonly (string | null)[],
  clear = CLEAR,
): Record<string, string> {
  const entries = Object.entries(fields);
  const known = entries.filter(([name]) => KNOWN.has(name));
  const strange = entries.filter(([name]) => !KNOWN.has(name)).slice(0, MOST_STRANGE_NAMES);
  return Object.fromEntries(
    [...known, ...strange].map(([name, value]) => [
      maskName(name, secrets),
      maskValue(name, value ?? "", secrets, clear),
    ]),
  );
}

/** The same of what the gateway tells by itself, with what it is proven by. */
export const maskNotice = (fields: GatewayFields, secrets: readonly (string | null)[]): Record<string, string> =>
  maskFields(fields, secrets, CLEAR_IN_NOTICE);
