import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/users";
import { hashSessionId } from "@/lib/auth/session-cookie";

/** Signs out: from the next request on the cookie stands for nobody. */
export async function closeSession(db: Database, sessionId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, hashSessionId(sessionId)));
}
