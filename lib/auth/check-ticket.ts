import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { passwordMark, readTicket } from "@/lib/auth/sign-in-ticket";
import type { Ctx } from "@/lib/shared/context";

/** Who has given their password a moment ago, as long as it is that account's still; null otherwise. */
export async function checkTicket({ db, now }: Pick<Ctx, "db" | "now">, sealed: string) {
  const ticket = readTicket(sealed, now);
  if (!ticket) return null;
  const [account] = await db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, ticket.userId), isNull(users.disabledAt)));
  return account && passwordMark(account.passwordHash) === ticket.passwordMark ? account : null;
}
