import { eq } from "drizzle-orm";
import { sessions, users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { lastAdministrator, lockPerson } from "@/lib/people/lock-person";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** Shuts an account and signs it out everywhere at once. Refuses `last_administrator`. */
export async function disableUser(ctx: UserCtx, { userId }: { userId: number }): Promise<void> {
  requireAdmin(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    const { person, isLastAdministrator } = await lockPerson(tx, ctx, userId);
    if (person.disabledAt) return;
    if (isLastAdministrator) throw lastAdministrator();
    await tx.update(users).set({ disabledAt: ctx.now, updatedAt: ctx.now }).where(eq(users.id, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    const change = { before: { is_disabled: false }, after: { is_disabled: true } };
    await recordAudit(tx, ctx, "person.disable", `user:${userId}`, {}, change);
  });
}
