import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { recoveryCodes } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import { hashRecoveryCode } from "@/lib/auth/recovery-code";
import { takeSignInTurn } from "@/lib/auth/sign-in-limit";
import { stepOfCode, totpOf } from "@/lib/auth/totp";
import type { Ctx } from "@/lib/shared/context";
import { latinDigits } from "@/lib/shared/phone";

type Asked = { userId: number; code: string; address: string | null };

/** `none`: the account has no second factor. `passed`: the code was right, and is used up by that. */
type SecondFactorAnswer = "none" | "passed" | "required" | "wrong";

/**
 * The second step of a sign-in, for whoever has given the password: a code of the authenticator or a recovery code.
 * Wrong ones count as wrong passwords do; under the account's lock no code passes twice. 429 where the limit is passed.
 */
export async function takeSecondFactor(
  { db, now }: Pick<Ctx, "db" | "now">,
  { userId, code, address }: Asked,
): Promise<SecondFactorAnswer> {
  const [account] = await db
    .select({ email: users.email, confirmedAt: users.totpConfirmedAt })
    .from(users)
    .where(eq(users.id, userId));
  if (!account?.confirmedAt) return "none";
  const typed = latinDigits(code).trim();
  if (typed === "") return "required";
  const turn = await takeSignInTurn(db, { email: account.email ?? "", address }, now);
  const isRight = await db.transaction((tx) => spendCode(tx, userId, typed, now));
  if (!isRight) return "wrong";
  await turn.giveBack();
  return "passed";
}

async function spendCode(tx: Database, userId: number, typed: string, now: Date): Promise<boolean> {
  const own = eq(users.id, userId);
  const [account] = await tx.select().from(users).where(own).for("no key update");
  if (!account?.totpSecret || !account.totpConfirmedAt) return false;
  const digits = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return spendRecoveryCode(tx, userId, typed, now);
  const totp = totpOf(account.totpSecret, { userId, email: account.email ?? "" });
  const step = totp && stepOfCode(totp, digits, now, account.totpStep);
  if (step === null) return false;
  await tx.update(users).set({ totpStep: step }).where(own);
  return true;
}

async function spendRecoveryCode(tx: Database, userId: number, typed: string, now: Date): Promise<boolean> {
  const codeHash = hashRecoveryCode(typed);
  if (!codeHash) return false;
  const unused = and(
    eq(recoveryCodes.codeHash, codeHash),
    eq(recoveryCodes.userId, userId),
    isNull(recoveryCodes.usedAt),
  );
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(unused)
    .returning({ at: recoveryCodes.usedAt });
  return used.length === 1;
}
