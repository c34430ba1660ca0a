import { createHmac, timingSafeEqual } from "node:crypto";

export type GatewayFields = Record<string, string | null | undefined>;

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/**
 * JazzCash's HMAC-SHA256, upper case: the salt and the non-empty values of all `pp…` fields in the ASCII order of
 * their names, joined by `&`, keyed by the salt (hashing scheme of the v4.2 guide; empties are left out, as the
 * published samples prove).
 */
export function secureHash(fields: GatewayFields, salt: string): string {
  const values = Object.entries(fields)
    .filter(([name, value]) => name.startsWith("pp") && name !== "pp_SecureHash" && value !== "" && value != null)
    .toSorted(byName)
    .map(([, value]) => value);
  return createHmac("sha256", salt)
    .update([salt, ...values].join("&"))
    .digest("hex")
    .toUpperCase();
}

const withoutNullWords = (fields: GatewayFields): GatewayFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "null"));

function isHash(given: string, expected: string): boolean {
  const a = Buffer.from(given.toUpperCase());
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether a message carries the hash of its own fields under one of the salts. In a form the word `null` stands for
 * a null that the gateway did not hash, as captured live messages show; a real "null" is tried second.
 */
export function isSigned(fields: GatewayFields, salts: readonly (string | null)[]): boolean {
  const given = fields.pp_SecureHash ?? "";
  return salts.some(
    (salt) =>
      salt !== null &&
      salt !== "" &&
      (isHash(given, secureHash(withoutNullWords(fields), salt)) || isHash(given, secureHash(fields, salt))),
  );
}
