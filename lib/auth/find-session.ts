import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { hashSessionId } from "@/lib/auth/session-cookie";
import type { UserCtx } from "@/lib/shared/context";
import type { Role } from "@/lib/users/model";

type Row = { id: number; role: Role; isGuest: boolean };

const FIND_SESSION = statement<{ tokenHash: Buffer; now: Date }, Row>(
  ({ tokenHash, now }) => sql`
    select ${users.id}, ${users.role}, ${users.isGuest}
    from ${sessions} join ${users} on ${users.id} = ${sessions.userId}
    where ${sessions.tokenHash} = ${tokenHash} and ${sessions.expiresAt} > ${now} and ${users.disabledAt} is null`,
);

/** Who a session id stands for at this moment; null once signed out, expired or disabled. */
export async function findSession(db: Database, sessionId: string, now: Date): Promise<UserCtx["actor"] | null> {
  const tokenHash = hashSessionId(sessionId);
  const [row] = await FIND_SESSION(db, { tokenHash, now });
  if (!row) return null;
  return { kind: "user", userId: row.id, role: row.role, isGuest: row.isGuest, sessionId: tokenHash.toString("hex") };
}
