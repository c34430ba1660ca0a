import { randomBytes } from "node:crypto";
import { and, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingMessages } from "@/db/schema/messages";
import { invitations } from "@/db/schema/staff";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockAdministrators } from "@/lib/people/lock-person";
import type { InviteStaffInput } from "@/lib/people/schemas";
import { voidInvitations } from "@/lib/people/void-invitations";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { requireAdmin } from "@/lib/shared/require-role";
import { requireConfirmation } from "@/lib/users/require-confirmation";
import { hashResetToken } from "@/lib/users/reset-token";

const INVITATION_MINUTES = 48 * 60;

/**
 * A link to the back office goes to an e-mail, good once and for two days; an older one to the same e-mail is void.
 * The answer is the same whether there is an account of that e-mail or not.
 */
export async function inviteStaff(ctx: UserCtx, input: InviteStaffInput): Promise<{ invitation: string }> {
  requireAdmin(ctx.actor);
  if (input.role === "admin") await requireConfirmation(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockAdministrators(tx, ctx);
    const isTheirs = sql`lower(${invitations.email}) = lower(${input.email})`;
    await voidInvitations(tx, ctx, and(isTheirs, isNull(invitations.acceptedAt)));
    const invitation = await sendInvitation(tx, ctx, input);
    await recordAudit(tx, ctx, "invitation.send", `invitation:${invitation}`, { role: input.role });
    return { invitation };
  });
}

/** The row and its letter, in the transaction of whoever invites. */
export async function sendInvitation(
  tx: Database,
  { now, actor }: UserCtx,
  { email, role, locale }: InviteStaffInput,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashResetToken(token);
  const invitation = tokenHash.toString("hex");
  const expiresAt = minutesAfter(now, INVITATION_MINUTES);
  await tx.insert(invitations).values({ tokenHash, email, role, invitedBy: actor.userId, createdAt: now, expiresAt });
  await tx.insert(outgoingMessages).values({
    kind: "staff_invited",
    event: `staff_invited:${invitation}`,
    channel: "mail",
    recipient: email,
    locale,
    details: { token, expires_at: expiresAt.toISOString() },
    nextTryAt: now,
    createdAt: now,
  });
  return invitation;
}
