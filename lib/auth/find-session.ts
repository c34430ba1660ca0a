import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { statement } from "@/db/statement";
import { hashSessionId } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import type { UserCtx } from "@/lib/shared/context";
import type { Role } from "@/lib/users/model";

type Row = { id: number; role: Role; isGuest: boolean; hasPassed: boolean };

const FIND_SESSION = statement<{ tokenHash: Buffer; now: Date }, Row>(
  ({ tokenHash, now }) => sql`
    select ${users.id}, ${users.role}, ${users.isGuest}, ${sessions.secondFactorAt} is not null as has_passed
    from ${sessions} join ${users} on ${users.id} = ${sessions.userId}
    where ${sessions.tokenHash} = ${tokenHash} and ${sessions.expiresAt} > ${now} and ${users.disabledAt} is null`,
);

/**
 * Who a session id stands for at this moment; null once signed out, expired or disabled. Where real money moves, an
 * administrator is a customer like others until their second factor was asked for in this session.
 */
export async function findSession(db: Database, sessionId: string, now: Date): Promise<UserCtx["actor"] | null> {
  const tokenHash = hashSessionId(sessionId);
  const [row] = await FIND_SESSION(db, { tokenHash, now });
  if (!row) return null;
  const { id: userId, isGuest } = row;
  const lacksSecondFactor = row.role === "admin" && !row.hasPassed && env().jazzcash.environment === "production";
  const role = lacksSecondFactor ? "customer" : row.role;
  const actor = { kind: "user", userId, role, isGuest, sessionId: tokenHash.toString("hex") } as const;
  return lacksSecondFactor ? { ...actor, lacksSecondFactor } : actor;
}
