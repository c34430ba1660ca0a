import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema/users";
import { inTurn } from "@/lib/shared/in-turn";
import { isPassword } from "@/lib/auth/password";
import { signInKeys, type SignInSubject, takeSignInTurn } from "@/lib/auth/sign-in-limit";
import type { Ctx } from "@/lib/shared/context";
import { emailField } from "@/lib/users/schemas";

/**
 * Whose e-mail and password these are, or null. An unknown e-mail, a wrong password and a disabled account take the
 * same way, so that neither the answer nor its time tells them apart; 429 where the sign-in limit is passed.
 */
export async function checkPassword(
  { db, now }: Pick<Ctx, "db" | "now">,
  { password, ...subject }: SignInSubject & { password: string },
) {
  return inTurn(signInKeys(subject)[0]?.key ?? "", async () => {
    const turn = await takeSignInTurn(db, subject, now);
    const account = await findAccount(db, subject.email);
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !isRight || account.disabledAt) return null;
    await turn.giveBack();
    return { id: account.id, passwordHash: account.passwordHash };
  });
}

async function findAccount(db: Database, typed: string) {
  const email = emailField.safeParse(typed).data ?? ""; // what is no e-mail address is nobody's
  const [account] = await db
    .select({ id: users.id, passwordHash: users.passwordHash, disabledAt: users.disabledAt })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`);
  return account;
}
