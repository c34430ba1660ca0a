import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { findSession } from "@/lib/auth/find-session";
import { sessionIdIn } from "@/lib/auth/session-cookie";
import { visitorKeyIn } from "@/lib/auth/visitor-cookie";
import { env } from "@/lib/env";
import { takeAddressTurn } from "@/lib/http/take-address-turn";
import type { Ctx } from "@/lib/shared/context";
import { mergeGuest } from "@/lib/users/merge-guest";
import type { Merged } from "@/lib/users/model";
import { openGuest } from "@/lib/users/open-guest";

type Visit = Pick<Ctx, "db" | "now"> & { headers: Headers };

async function findOwnSession({ db, now, headers }: Visit) {
  const sessionId = sessionIdIn(headers.get("cookie"), env().siteUrl);
  const actor = sessionId ? await findSession(db, sessionId, now) : null;
  return sessionId && actor && { sessionId, actor };
}

const keyOf = ({ headers }: Visit): Buffer | null => visitorKeyIn(headers.get("cookie"), env().siteUrl);

/** The visitor's own session where there is one, whoever it stands for; else a guest's by what the browser brought. */
export async function signInAsGuest(visit: Visit): Promise<{ userId: number; sessionId: string }> {
  const own = await findOwnSession(visit);
  if (own) return { userId: own.actor.userId, sessionId: own.sessionId };
  await takeAddressTurn(visit, "guest", visit.headers);
  return openGuest(visit, { guestKey: keyOf(visit) });
}

/** Hands the guest who this browser was until now over to the account that is just being signed in to; null where nothing came. */
export async function takeOverGuest(visit: Visit, accountId: number): Promise<Merged | null> {
  const guestId = await findGuest(visit);
  const merged = guestId === null ? null : await mergeGuest(visit, { guestId, accountId });
  const isWorthTelling = merged !== null && merged.added + merged.left + merged.orders > 0;
  return isWorthTelling ? merged : null;
}

async function findGuest(visit: Visit): Promise<number | null> {
  const own = await findOwnSession(visit);
  if (own) return own.actor.isGuest ? own.actor.userId : null;
  const guestKey = keyOf(visit);
  if (guestKey === null) return null;
  const [known] = await visit.db.select({ id: users.id }).from(users).where(eq(users.guestKey, guestKey));
  return known?.id ?? null;
}
