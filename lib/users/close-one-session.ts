import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";

/** Signs out at one place by the session's public name; another person's stays as it is. */
export async function closeOneSession({ db, actor }: UserCtx, { session }: { session: string }): Promise<void> {
  const named = eq(sessions.tokenHash, Buffer.from(session, "hex"));
  await db.delete(sessions).where(and(eq(sessions.userId, actor.userId), named));
}
