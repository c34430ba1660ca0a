import { createHmac, timingSafeEqual } from "node:crypto";

export type Fields = Record<string, string>;
export type SignableFields = Record<string, string | null>;

/** JazzCash's secure hash: HMAC-SHA256 over salt and the non-empty pp* values in ASCII order of their names, upper case. */
export function secureHash(fields: SignableFields, salt: string): string {
  const values = Object.keys(fields)
    .filter((name) => name.startsWith("pp") && name !== "pp_SecureHash" && fields[name])
    .toSorted()
    .map((name) => fields[name]);
  return createHmac("sha256", salt)
    .update([salt, ...values].join("&"))
    .digest("hex")
    .toUpperCase();
}

/** The fields with their hash; a null is hashed as absent, as the gateway does. */
export function signed<T extends SignableFields>(fields: T, salt: string): T & { pp_SecureHash: string } {
  return { ...fields, pp_SecureHash: secureHash(fields, salt) };
}

export function hashMatches(fields: SignableFields, salt: string, claimed: string): boolean {
  const expected = Buffer.from(secureHash(fields, salt));
  const given = Buffer.from(claimed.toUpperCase());
  return expected.length === given.length && timingSafeEqual(expected, given);
}
