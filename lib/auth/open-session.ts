import type { Database } from "@/db/client";
import { sessions } from "@/db/schema/users";
import { hashSessionId, newSessionId } from "@/lib/auth/session-cookie";

export const SESSION_SECONDS = 30 * 24 * 3600;

const MOST_OF_USER_AGENT = 300;

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_SECONDS * 1000);

type Opened = { userAgent?: string; secondFactor?: boolean };

/** Signs somebody in and gives the id that goes into the cookie and is kept nowhere else. */
export async function openSession(
  db: Database,
  userId: number,
  now: Date,
  { userAgent = "", secondFactor = false }: Opened = {},
): Promise<string> {
  const sessionId = newSessionId();
  const tokenHash = hashSessionId(sessionId);
  await db.insert(sessions).values({
    tokenHash,
    userId,
    userAgent: userAgent.slice(0, MOST_OF_USER_AGENT),
    secondFactorAt: secondFactor ? now : null,
    createdAt: now,
    expiresAt: sessionEnd(now),
  });
  return sessionId;
}
