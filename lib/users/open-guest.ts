import { users } from "@/db/schema/users";
import { openSession } from "@/lib/auth/open-session";
import type { Ctx } from "@/lib/shared/context";

/**
 * A guest of the shop with a session. The same browser is the same guest: of many at once one makes the row, and the
 * others find it. In one transaction, so that no session is opened for a guest whom an account has just taken over.
 */
export async function openGuest(
  { db, now }: Pick<Ctx, "db" | "now">,
  { guestKey }: { guestKey: Buffer | null },
): Promise<{ userId: number; sessionId: string }> {
  return db.transaction(async (tx) => {
    const [guest] = await tx
      .insert(users)
      .values({ name: "", isGuest: true, guestKey, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: users.guestKey, set: { updatedAt: now } })
      .returning({ id: users.id });
    const userId = guest?.id ?? 0;
    return { userId, sessionId: await openSession(tx, userId, now) };
  });
}
