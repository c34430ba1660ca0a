import { Secret, TOTP } from "otpauth";
import { openSecret, sealSecret } from "@/lib/auth/seal-secret";

const PERIOD_SECONDS = 30;
const STEPS_AROUND = 1;

const purposeOf = (userId: number): string => `second factor of ${userId}`;

/** A new secret as an account keeps it: it can be read for no other account. */
export const newTotpSecret = (userId: number): string => sealSecret(purposeOf(userId), new Secret({ size: 20 }).base32);

/** What an authenticator is told, or null where the shop's own secret is another one by now. */
export function totpOf(sealed: string, { userId, email }: { userId: number; email: string }): TOTP | null {
  const base32 = openSecret(purposeOf(userId), sealed);
  if (base32 === null) return null;
  return new TOTP({ issuer: "Sauda", label: email, secret: Secret.fromBase32(base32), period: PERIOD_SECONDS });
}

/**
 * The step of the clock that a code is of, or null: the present one and its neighbours count, but none up to the last
 * that was accepted.
 */
export function stepOfCode(totp: TOTP, code: string, now: Date, lastStep: number | null): number | null {
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: STEPS_AROUND });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
