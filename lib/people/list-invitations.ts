import { desc, eq, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema/staff";
import { users } from "@/db/schema/users";
import type { InvitationView } from "@/lib/people/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** Invitations that nobody has accepted, the newest first. */
export async function listInvitations({ db, now, actor }: UserCtx): Promise<InvitationView[]> {
  requireAdmin(actor);
  const rows = await db
    .select({ invitation: invitations, invitedBy: users.email })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(isNull(invitations.acceptedAt))
    .orderBy(desc(invitations.createdAt))
    .limit(100);
  return rows.map(({ invitation, invitedBy }) => ({
    invitation: invitation.tokenHash.toString("hex"),
    email: invitation.email,
    role: invitation.role,
    invited_by: invitedBy ?? "",
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
    is_expired: invitation.expiresAt <= now,
  }));
}
