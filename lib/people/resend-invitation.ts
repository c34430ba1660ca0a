import { recordAudit } from "@/lib/audit/record-audit";
import { sendInvitation } from "@/lib/people/invite-staff";
import { lockAdministrators } from "@/lib/people/lock-person";
import { isOpenInvitation } from "@/lib/people/find-invitation";
import { voidInvitations } from "@/lib/people/void-invitations";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";
import { requireAdmin } from "@/lib/shared/require-role";
import type { Locale } from "@/lib/users/model";
import { requireConfirmation } from "@/lib/users/require-confirmation";

type Resent = { invitation: string; locale: Locale };

/** A new link in the place of one that did not come or is too old. Refuses `invitation_not_found`. */
export async function resendInvitation(ctx: UserCtx, { invitation, locale }: Resent): Promise<{ invitation: string }> {
  requireAdmin(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    await lockAdministrators(tx, ctx);
    const [old] = await voidInvitations(tx, ctx, isOpenInvitation(invitation));
    if (!old) throw new AppError("invitation_not_found", "There is no such invitation.");
    if (old.role === "admin") await requireConfirmation(ctx);
    const sent = await sendInvitation(tx, ctx, { email: old.email, role: old.role as "staff" | "admin", locale });
    await recordAudit(tx, ctx, "invitation.resend", `invitation:${sent}`, { role: old.role, before: invitation });
    return { invitation: sent };
  });
}
