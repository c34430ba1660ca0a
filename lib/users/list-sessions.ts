import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";
import { type Device, readDevice } from "@/lib/users/read-device";

export type SessionView = { session: string; device: Device | null; isHere: boolean; created_at: string };

/** Where an account is signed in: here first, then the newest. */
export async function listSessions({ db, now, actor }: UserCtx): Promise<SessionView[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt));
  const views = rows.map((row) => {
    const session = row.tokenHash.toString("hex");
    return {
      session,
      device: readDevice(row.userAgent),
      isHere: session === actor.sessionId,
      created_at: row.createdAt.toISOString(),
    };
  });
  return views.toSorted((a, b) => Number(b.isHere) - Number(a.isHere));
}
