import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";

/** Signs out everywhere but here. */
export async function closeOtherSessions({ db, actor }: UserCtx): Promise<void> {
  const here = Buffer.from(actor.sessionId, "hex");
  await db.delete(sessions).where(and(eq(sessions.userId, actor.userId), ne(sessions.tokenHash, here)));
}
