import type { SignableFields } from "./hash";

const HIDDEN = "•••";
const SECRET = /password|mpin|cnic|card(number|cvv|expiry)|email|token/i;
const MOBILE = /^(?:03|923|\+923)\d{9}$/;

/** Fields as they may be kept and shown: no password, MPIN, CNIC or card, no whole mobile number, and none of the merchant's secrets under any name. */
export function maskFields(fields: SignableFields, secrets: readonly string[]): SignableFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mask(name, value, secrets)]));
}

function mask(name: string, value: string | null, secrets: readonly string[]): string | null {
  if (!value) return value;
  if (SECRET.test(name) || secrets.includes(value)) return HIDDEN;
  return MOBILE.test(value) ? `${value.slice(0, 4)}${HIDDEN}${value.slice(-2)}` : value;
}
