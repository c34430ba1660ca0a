import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { lastAdministrator, lockPerson } from "@/lib/people/lock-person";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import type { Role } from "@/lib/users/model";
import { requireConfirmation } from "@/lib/users/require-confirmation";

/** Another role for somebody, which counts from their next request on. Refuses `last_administrator`, and `reauthentication_required` for a new administrator. */
export async function changeRole(ctx: UserCtx, { userId, role }: { userId: number; role: Role }): Promise<void> {
  requireAdmin(ctx.actor);
  if (role === "admin") await requireConfirmation(ctx);
  await ctx.db.transaction(async (tx) => {
    const { person, isLastAdministrator } = await lockPerson(tx, ctx, userId);
    if (person.role === role) return;
    if (isLastAdministrator) throw lastAdministrator();
    await tx.update(users).set({ role, updatedAt: ctx.now }).where(eq(users.id, userId));
    const change = { before: { role: person.role }, after: { role } };
    await recordAudit(tx, ctx, "person.role", `user:${userId}`, {}, change);
  });
}
