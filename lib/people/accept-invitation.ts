import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { checkPassword } from "@/lib/auth/check-password";
import { findInvitation, hasAccount } from "@/lib/people/find-invitation";
import { type AcceptInvitationInput, NewColleague } from "@/lib/people/schemas";
import type { Ctx, Origin } from "@/lib/shared/context";
import { AppError, invalidField } from "@/lib/shared/errors";
import { insertUser } from "@/lib/users/insert-user";
import { ROLES, type Role } from "@/lib/users/model";

type Invitation = typeof invitations.$inferSelect;
type Accepted = { userId: number; email: string; isNew: boolean };

/**
 * Whoever holds the link becomes one of the staff, once: with a new account, or with the one of that e-mail once its
 * password is given, wrong ones counted as at the sign-in. Nobody loses a higher role by it. Refuses
 * `invitation_invalid`.
 */
export async function acceptInvitation(ctx: Ctx & { from: Origin }, input: AcceptInvitationInput): Promise<Accepted> {
  const { db, now, from } = ctx;
  const asked = await findInvitation(db, input.token, now);
  if (!asked) throw invalid();
  const { password } = input;
  const known = (await hasAccount(db, asked.email))
    ? await checkPassword(ctx, { email: asked.email, password, address: from.address })
    : undefined;
  if (known === null) throw invalidField("password", "is not the password of this e-mail's account");
  const newcomer = known ? null : NewColleague.parse({ ...input, email: asked.email });
  return db.transaction(async (tx) => {
    const invitation = await findInvitation(tx, input.token, now, { locked: true });
    if (!invitation) throw invalid();
    const { email, role } = invitation;
    const userId = newcomer
      ? (await insertUser(tx, { ...newcomer, role }, now)).id
      : await raise(tx, { userId: known?.id ?? 0, role, now });
    await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.tokenHash, invitation.tokenHash));
    await recordAcceptance(tx, ctx, invitation, userId);
    return { userId, email, isNew: newcomer !== null };
  });
}

async function raise(tx: Database, { userId, role, now }: { userId: number; role: Role; now: Date }): Promise<number> {
  const own = eq(users.id, userId);
  const [account] = await tx.select().from(users).where(own).for("no key update");
  if (!account || account.disabledAt || account.deletedAt) throw invalid(); // shut or left while its password was compared
  if (ROLES.indexOf(account.role) < ROLES.indexOf(role)) {
    await tx.update(users).set({ role, updatedAt: now }).where(own);
  }
  return userId;
}

function recordAcceptance(
  tx: Database,
  { now, from }: Ctx,
  { tokenHash, role, invitedBy }: Invitation,
  userId: number,
) {
  const actor = { kind: "user", userId, role, isGuest: false, sessionId: "" } as const;
  const details = { role, user: userId, invited_by: invitedBy };
  return recordAudit(tx, { actor, now, from }, "invitation.accept", `invitation:${tokenHash.toString("hex")}`, details);
}

const invalid = (): AppError =>
  new AppError(
    "invitation_invalid",
    "This invitation was used or withdrawn, or is older than two days. Ask for a new one.",
  );
