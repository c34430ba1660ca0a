import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { sessionEnd } from "@/lib/auth/open-session";
import { hashSessionId } from "@/lib/auth/session-cookie";
import type { Role } from "@/lib/users/model";

type Person = { id: number; email: string | null; name: string; role: Role };

const DAY_MS = 24 * 3_600_000;

const RENEW_SESSION = statement<{ tokenHash: Buffer; now: Date; end: Date; dayBefore: Date }, Person>(
  ({ tokenHash, now, end, dayBefore }) => sql`
    with renewed as (
      update ${sessions} set expires_at = ${end}
      where token_hash = ${tokenHash} and expires_at > ${now} and expires_at <= ${dayBefore}
    )
    select ${users.id}, ${users.email}, ${users.name}, ${users.role}
    from ${sessions} join ${users} on ${users.id} = ${sessions.userId}
    where ${sessions.tokenHash} = ${tokenHash} and ${sessions.expiresAt} > ${now} and ${users.disabledAt} is null`,
);

/** The person of a session, which lives on for its whole time again; written down at most once a day. */
export async function renewSession(db: Database, sessionId: string, now: Date): Promise<Person | null> {
  const end = sessionEnd(now);
  const dayBefore = new Date(end.getTime() - DAY_MS);
  const [person] = await RENEW_SESSION(db, { tokenHash: hashSessionId(sessionId), now, end, dayBefore });
  return person ?? null;
}
