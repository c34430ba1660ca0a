import { recordAudit } from "@/lib/audit/record-audit";
import { isOpenInvitation } from "@/lib/people/find-invitation";
import { lockAdministrators } from "@/lib/people/lock-person";
import { voidInvitations } from "@/lib/people/void-invitations";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireAdmin } from "@/lib/shared/require-role";

/** A link that was sent is good for nothing from now on. Refuses `invitation_not_found`. */
export async function withdrawInvitation(ctx: UserCtx, { invitation }: { invitation: string }): Promise<void> {
  requireAdmin(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    await lockAdministrators(tx, ctx);
    const [gone] = await voidInvitations(tx, ctx, isOpenInvitation(invitation));
    if (!gone) throw new AppError("invitation_not_found", "There is no such invitation.");
    await recordAudit(tx, ctx, "invitation.withdraw", `invitation:${invitation}`, { role: gone.role });
  });
}
