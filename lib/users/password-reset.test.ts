import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { countStatements } from "@/db/count-statements";
import { outgoingMessages } from "@/db/schema/messages";
import { passwordResets, sessions, users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { later, NOON } from "@/db/test-fixtures";
import { checkPassword } from "@/lib/auth/check-password";
import { openSession } from "@/lib/auth/open-session";
import { registerUser } from "@/lib/users/register-user";
import { requestPasswordReset } from "@/lib/users/request-password-reset";
import { resetPassword } from "@/lib/users/reset-password";

const { db, url } = testDatabase({ max: 20 });
const OLD = "phulkari dupatta";
const NEW = "a new long secret";
const at = (minutes: number) => ({
  db,
  now: later(NOON, minutes),
  actor: { kind: "system", useCase: "test" } as const,
});
let made = 0;

async function anAccount() {
  const email = `reset-${++made}@example.com`;
  const { id } = await registerUser(at(0), { email, password: OLD, name: "Zara" });
  await openSession(db, id, NOON);
  await openSession(db, id, NOON);
  return { id, email };
}

const mailsTo = (id: number) => db.select().from(outgoingMessages).where(eq(outgoingMessages.userId, id));

/** Asks for a link so many minutes after noon, and reads its token where only the mail has it. */
async function tokenFor({ id, email }: { id: number; email: string }, minutes = 0): Promise<string> {
  await requestPasswordReset(at(minutes), { email, locale: "ur" });
  return (await mailsTo(id)).at(-1)?.details.token ?? "";
}

const canSignIn = async (email: string, password: string) =>
  (await checkPassword({ db, now: later(NOON, 1000) }, { email, password, address: null })) !== null;

describe("asking for a link", () => {
  it("writes one mail in the page's language, and keeps of the token its hash", async () => {
    const account = await anAccount();
    const token = await tokenFor(account);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(await mailsTo(account.id)).toMatchObject([
      { kind: "password_reset", recipient: account.email, locale: "ur" },
    ]);
    const [kept] = await db.select().from(passwordResets).where(eq(passwordResets.userId, account.id));
    expect(kept).toMatchObject({ expiresAt: later(NOON, 30), usedAt: null });
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it("is the same work for an e-mail that nobody has, and writes to nobody", async () => {
    const { email } = await anAccount();
    const ask = (asked: string) =>
      countStatements(url, (one) => requestPasswordReset({ ...at(0), db: one }, { email: asked, locale: "en" }));
    const before = await db.select().from(outgoingMessages);
    expect(await ask("nobody@example.com")).toEqual(await ask(email));
    const after = await db.select().from(outgoingMessages);
    expect(after).toHaveLength(before.length + 1);
  });

  it("writes to no disabled account", async () => {
    const { id, email } = await anAccount();
    await db.update(users).set({ disabledAt: NOON }).where(eq(users.id, id));
    await requestPasswordReset(at(0), { email, locale: "en" });
    expect(await mailsTo(id)).toEqual([]);
  });

  it("fills no mailbox: five mails an hour, however the e-mail is spelt and however many ask at once", async () => {
    const { id, email } = await anAccount();
    await atOnce(20, (lane) =>
      requestPasswordReset(at(0), { email: lane % 2 ? email : email.toUpperCase(), locale: "en" }),
    );
    expect(await mailsTo(id)).toHaveLength(5);
    await requestPasswordReset(at(61), { email, locale: "en" });
    expect(await mailsTo(id)).toHaveLength(6);
  });
});

describe("using it", () => {
  it("sets the password, ends all sessions, and tells the owner", async () => {
    const account = await anAccount();
    const token = await tokenFor(account);
    await resetPassword(at(29), { token, password: NEW, locale: "ur" });
    expect([await canSignIn(account.email, OLD), await canSignIn(account.email, NEW)]).toEqual([false, true]);
    expect(await db.select().from(sessions).where(eq(sessions.userId, account.id))).toEqual([]);
    expect((await mailsTo(account.id)).map(({ kind }) => kind)).toEqual(["password_reset", "password_changed"]);
  });

  it.each([
    ["after half an hour", 30],
    ["a day later", 1440],
  ])("does nothing %s", async (_, minutes) => {
    const account = await anAccount();
    const token = await tokenFor(account);
    const late = resetPassword(at(minutes), { token, password: NEW, locale: "en" });
    await expect(late).rejects.toMatchObject({ code: "reset_link_invalid" });
    expect(await canSignIn(account.email, OLD)).toBe(true);
  });

  it.each(["", "x", "A".repeat(43), `${"A".repeat(43)}=`, "'; drop table users; --"])(
    "nor made up: %s",
    async (token) => {
      const guess = resetPassword(at(1), { token, password: NEW, locale: "en" });
      await expect(guess).rejects.toMatchObject({ code: "reset_link_invalid" });
    },
  );

  it("voids the account's other links too, and nobody else's", async () => {
    const account = await anAccount();
    const other = await anAccount();
    const [first, second, theirs] = [await tokenFor(account), await tokenFor(account, 1), await tokenFor(other)];
    await resetPassword(at(2), { token: second, password: NEW, locale: "en" });
    const again = resetPassword(at(3), { token: first, password: OLD, locale: "en" });
    await expect(again).rejects.toMatchObject({ code: "reset_link_invalid" });
    await resetPassword(at(3), { token: theirs, password: NEW, locale: "en" });
    expect(await canSignIn(other.email, NEW)).toBe(true);
  });

  it("one wins, of twenty at once with one link and with several", async () => {
    const account = await anAccount();
    const tokens = [await tokenFor(account), await tokenFor(account, 1), await tokenFor(account, 2)];
    const { done, refused } = await atOnce(20, (lane) =>
      resetPassword(at(3), { token: tokens[lane % 3] ?? "", password: `${NEW} ${lane}`, locale: "en" }).then(
        () => lane,
      ),
    );
    expect(done).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(["reset_link_invalid"]));
    expect(await canSignIn(account.email, `${NEW} ${done[0]}`)).toBe(true);
    const told = (await mailsTo(account.id)).filter(({ kind }) => kind === "password_changed");
    expect(told).toHaveLength(1);
  });
});
