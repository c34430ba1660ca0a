import { secureHash } from "@/lib/jazzcash/secure-hash";

/** What may be signed: ASCII without `&`, and no value that the gateway or a kit would take for nothing. */
const SIGNABLE = /^[\x20-\x25\x27-\x7e]*$/;

/** Signs a message of a closed field list; throws on a value that two readers could hash in two ways. */
export function signRequest<F extends Record<string, string>>(fields: F, salt: string): F & { pp_SecureHash: string } {
  for (const [name, value] of Object.entries(fields)) {
    if (!SIGNABLE.test(value) || value === "0" || value === "null" || value.trim() !== value) {
      throw new Error(`${name} holds what cannot be signed`);
    }
  }
  return { ...fields, pp_SecureHash: secureHash(fields, salt) };
}
