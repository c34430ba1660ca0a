import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { hashSessionId } from "@/lib/auth/session-cookie";

/** Signs out: from the next request on the cookie stands for nobody, and a guest is not known by the browser any more. */
export async function closeSession(db: Database, sessionId: string): Promise<void> {
  const [closed] = await db
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashSessionId(sessionId)))
    .returning({ userId: sessions.userId });
  if (!closed) return;
  await db
    .update(users)
    .set({ guestKey: null })
    .where(and(eq(users.id, closed.userId), isNotNull(users.guestKey)));
}
