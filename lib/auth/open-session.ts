import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/users";
import { hashSessionId, newSessionId } from "@/lib/auth/session-cookie";

export const SESSION_SECONDS = 30 * 24 * 3600;

const MOST_OF_USER_AGENT = 300;

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_SECONDS * 1000);

/** Signs somebody in and gives the id that goes into the cookie and is kept nowhere else. */
export async function openSession(db: Database, userId: number, now: Date, userAgent = ""): Promise<string> {
  const sessionId = newSessionId();
  const tokenHash = hashSessionId(sessionId);
  const kept = userAgent.slice(0, MOST_OF_USER_AGENT);
  await db.insert(sessions).values({ tokenHash, userId, userAgent: kept, createdAt: now, expiresAt: sessionEnd(now) });
  return sessionId;
}
