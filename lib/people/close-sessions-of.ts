import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { recordAudit } from "@/lib/audit/record-audit";
import { lockPerson } from "@/lib/people/lock-person";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** Signs somebody out everywhere. */
export async function closeSessionsOf(ctx: UserCtx, { userId }: { userId: number }): Promise<{ closed: number }> {
  requireAdmin(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    await lockPerson(tx, ctx, userId);
    const closed = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ at: sessions.createdAt });
    await recordAudit(tx, ctx, "person.sign_out", `user:${userId}`, { sessions: closed.length });
    return { closed: closed.length };
  });
}
