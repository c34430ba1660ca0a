import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import { hashResetToken, isResetToken } from "@/lib/users/reset-token";

/** An invitation by the name that lists give it, as long as nobody accepted it. */
export const isOpenInvitation = (invitation: string): SQL | undefined =>
  and(
    eq(invitations.tokenHash, Buffer.from(/^[0-9a-f]{64}$/.test(invitation) ? invitation : "", "hex")),
    isNull(invitations.acceptedAt),
  );

/** It ends with the rights of whoever sent it. */
const comesFromAdministrator = sql`exists (
  select from ${users} where ${users.id} = ${invitations.invitedBy} and ${users.role} = 'admin' and ${users.disabledAt} is null)`;

/** The invitation that a link stands for at this moment, locked if wanted; null once it was used, withdrawn or too old. */
export async function findInvitation(db: Database, token: unknown, now: Date, { locked = false } = {}) {
  if (!isResetToken(token)) return null;
  const query = db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, hashResetToken(token)),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
        comesFromAdministrator,
      ),
    );
  const [invitation] = locked ? await query.for("update", { of: invitations }) : await query;
  return invitation ?? null;
}

/** Whether the invited e-mail has an account already: it keeps its password then. */
export async function hasAccount(db: Database, email: string): Promise<boolean> {
  const [account] = await db
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`);
  return account !== undefined;
}
