import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { signedIn } from "@/app/api/test-doors";
import { hashPassword } from "@/lib/auth/password";
import { hashSessionId } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";

export const PASSWORD = "a long enough secret";

/** Money is real from here on, until the test is over. */
export async function asInProduction(run: () => Promise<void>): Promise<void> {
  const { jazzcash } = env();
  const before = jazzcash.environment;
  jazzcash.environment = "production";
  try {
    await run();
  } finally {
    jazzcash.environment = before;
  }
}

/** An administrator with a password and a session of their own, as a door finds them. */
export async function anAdministrator(db: Database) {
  const admin = await signedIn(db, "admin");
  const { userId } = admin.actor;
  await db
    .update(users)
    .set({ passwordHash: await hashPassword(PASSWORD) })
    .where(eq(users.id, userId));
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const tokenHash = hashSessionId(admin.cookie.slice(admin.cookie.indexOf("=") + 1));
  await db.update(sessions).set({ secondFactorAt: admin.now }).where(eq(sessions.tokenHash, tokenHash));
  const ctx = {
    db,
    now: admin.now,
    actor: { ...admin.actor, sessionId: tokenHash.toString("hex") },
  };
  const setConfirmed = (confirmedAt: Date | null) =>
    db.update(sessions).set({ confirmedAt }).where(eq(sessions.tokenHash, tokenHash));
  return { ctx, cookie: admin.cookie, email: user?.email ?? "", setConfirmed };
}
