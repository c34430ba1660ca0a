import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";

/** Signs out everywhere, here too. */
export async function closeAllSessions({ db, actor }: UserCtx): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, actor.userId));
}
