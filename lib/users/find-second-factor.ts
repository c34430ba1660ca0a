import QRCode from "qrcode";
import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import { totpOf } from "@/lib/auth/totp";
import type { UserCtx } from "@/lib/shared/context";
import type { SecondFactorStanding } from "@/lib/users/model";
import { isConfirmed } from "@/lib/users/require-confirmation";

/** How far one's own second factor is: while it is being set up, and the password was just typed here, with what an authenticator reads. */
export async function findSecondFactor(ctx: UserCtx): Promise<SecondFactorStanding> {
  const { db, actor } = ctx;
  const { userId } = actor;
  const [account] = await db.select().from(users).where(eq(users.id, userId));
  if (account?.totpConfirmedAt) {
    const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
    const [left] = await db.select({ count: count() }).from(recoveryCodes).where(unused);
    return { kind: "on", recoveryLeft: left?.count ?? 0 };
  }
  const totp = account?.totpSecret ? totpOf(account.totpSecret, { userId, email: account.email ?? "" }) : null;
  if (!totp || !(await isConfirmed(ctx))) return { kind: "off" };
  const secret = totp.secret.base32.match(/.{4}/g)?.join(" ") ?? "";
  return { kind: "begun", secret, ...drawn(totp.toString()) };
}

/** The squares of a code to be read by a camera, as one path. */
function drawn(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const squares: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return { size, path: squares.join("") };
}
