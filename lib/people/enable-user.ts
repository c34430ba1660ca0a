import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockPerson } from "@/lib/people/lock-person";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** Opens an account again that was shut. */
export async function enableUser(ctx: UserCtx, { userId }: { userId: number }): Promise<void> {
  requireAdmin(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    const { person } = await lockPerson(tx, ctx, userId);
    if (!person.disabledAt) return;
    await tx.update(users).set({ disabledAt: null, updatedAt: ctx.now }).where(eq(users.id, userId));
    const change = { before: { is_disabled: true }, after: { is_disabled: false } };
    await recordAudit(tx, ctx, "person.enable", `user:${userId}`, {}, change);
  });
}
