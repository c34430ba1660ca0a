import { createHash, randomBytes } from "node:crypto";
import { Secret } from "otpauth";

const HOW_MANY = 10;
const BYTES = 10;

/** Ten codes of 80 random bits, in groups of four letters. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(BYTES)).buffer }).base32;
    return letters.match(/.{4}/g)?.join("-") ?? letters;
  });

/** The hash of a code however it is typed, or null for what is none. */
export function hashRecoveryCode(typed: string): Buffer | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z2-7]{16}$/.test(letters) ? createHash("sha256").update(letters).digest() : null;
}
