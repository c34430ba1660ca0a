import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { atOnce } from "@/db/at-once";
import { outgoingMessages } from "@/db/schema/messages";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { laterOn, NOON, somebody } from "@/db/test-fixtures";
import { checkPassword } from "@/lib/auth/check-password";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { findInvitation } from "@/lib/people/find-invitation";
import { inviteStaff } from "@/lib/people/invite-staff";
import { listInvitations } from "@/lib/people/list-invitations";
import { resendInvitation } from "@/lib/people/resend-invitation";
import { withdrawInvitation } from "@/lib/people/withdraw-invitation";
import { aCustomer, password } from "@/lib/users/test-customer";

const { db } = testDatabase({ max: 20 });
const from = { address: null, device: "" };
const invited = (now = NOON) => ({ db, now, actor: { kind: "system", useCase: "join" }, from }) as const;
const invalid = { code: "invitation_invalid" };
let people = 0;
const newEmail = () => `colleague${++people}@example.com`;

const letterTo = async (email: string) => {
  const [letter] = await db
    .select()
    .from(outgoingMessages)
    .where(eq(outgoingMessages.recipient, email))
    .orderBy(desc(outgoingMessages.id));
  return letter;
};
const tokenFor = async (email: string) => (await letterTo(email))?.details.token ?? "";
const roleOf = async (email: string) =>
  (await db.select({ role: users.role }).from(users).where(eq(users.email, email)))[0]?.role;

test("an invitation is a letter with a link, and whoever holds it gets an account of that role once", async () => {
  const admin = await somebody(db, { role: "admin" });
  const email = newEmail();
  const { invitation } = await inviteStaff(admin, { email, role: "staff", locale: "ur" });
  expect(await letterTo(email)).toMatchObject({
    kind: "staff_invited",
    locale: "ur",
    details: { expires_at: "2026-11-27T07:00:00.000Z" },
  });
  expect(await listInvitations(admin)).toMatchObject([{ invitation, email, role: "staff", is_expired: false }]);
  const token = await tokenFor(email);
  await expect(acceptInvitation(invited(), { token, name: "", password })).rejects.toThrow(/name/);
  const accepted = await acceptInvitation(invited(), { token, name: "Sana", password });
  expect(accepted).toMatchObject({ email, isNew: true });
  expect(await roleOf(email)).toBe("staff");
  expect(await checkPassword(invited(), { email, password, address: null })).toMatchObject({ id: accepted.userId });
  await expect(acceptInvitation(invited(), { token, name: "Sana", password })).rejects.toMatchObject(invalid);
  expect(await listInvitations(admin)).toEqual([]);
  const entries = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `invitation:${invitation}`));
  expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
    [`user:${admin.actor.userId}`, "invitation.send"],
    [`user:${accepted.userId}`, "invitation.accept"],
  ]);
  expect(JSON.stringify(entries)).not.toContain(token);
});

test("an account that is there already takes the role by its own password, and never loses a higher one", async () => {
  const admin = await somebody(db, { role: "admin" });
  const { email, actor } = await aCustomer(db);
  await inviteStaff(admin, { email: email.toUpperCase(), role: "admin", locale: "en" });
  const token = await tokenFor(email.toUpperCase());
  const by = (typed: string) => acceptInvitation(invited(), { token, name: "Other", password: typed });
  await expect(by("a wrong one")).rejects.toMatchObject({ extra: { errors: [{ path: "password" }] } });
  expect(await by(password)).toMatchObject({ userId: actor.userId, isNew: false });
  expect(await roleOf(email)).toBe("admin");
  await inviteStaff(admin, { email, role: "staff", locale: "en" });
  await acceptInvitation(invited(), { token: await tokenFor(email), name: "", password });
  expect(await roleOf(email)).toBe("admin");
});

test("a link is good for two days, until it is withdrawn or another one is sent", async () => {
  const admin = await somebody(db, { role: "admin" });
  const email = newEmail();
  const input = { email, role: "staff", locale: "en" } as const;
  const first = await inviteStaff(admin, input);
  const old = await tokenFor(email);
  expect(await findInvitation(db, old, laterOn(admin, 48 * 60 - 1).now)).not.toBeNull();
  expect(await findInvitation(db, old, laterOn(admin, 48 * 60).now)).toBeNull();
  const second = await resendInvitation(admin, { ...first, locale: "en" });
  expect(await findInvitation(db, old, NOON)).toBeNull();
  const token = await tokenFor(email);
  expect(await findInvitation(db, token, NOON)).not.toBeNull();
  await withdrawInvitation(admin, second);
  await expect(acceptInvitation(invited(), { token, name: "Sana", password })).rejects.toMatchObject(invalid);
  expect(await letterTo(email)).toMatchObject({ givenUpAt: NOON, details: {} });
  const gone = { code: "invitation_not_found" };
  await expect(withdrawInvitation(admin, second)).rejects.toMatchObject(gone);
  await expect(resendInvitation(admin, { invitation: "nonsense", locale: "en" })).rejects.toMatchObject(gone);
});

test("only administrators invite", async () => {
  for (const role of ["staff", "customer"] as const) {
    const ctx = await somebody(db, { role });
    const input = { email: newEmail(), role: "admin", locale: "en" } as const;
    await expect(inviteStaff(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawInvitation(ctx, { invitation: "x" })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("of twenty who use one link at once, one comes in", async () => {
  const admin = await somebody(db, { role: "admin" });
  const email = newEmail();
  await inviteStaff(admin, { email, role: "staff", locale: "en" });
  const token = await tokenFor(email);
  const { done, refused } = await atOnce(20, () => acceptInvitation(invited(), { token, name: "Sana", password }));
  expect([done.length, new Set(refused)]).toEqual([1, new Set(["invitation_invalid"])]);
  const known = await aCustomer(db);
  await inviteStaff(admin, { email: known.email, role: "staff", locale: "en" });
  const given = { token: await tokenFor(known.email), name: "", password };
  const again = await atOnce(5, () => acceptInvitation(invited(), given));
  expect([again.done.length, new Set(again.refused)]).toEqual([1, new Set(["invitation_invalid"])]);
});

test("of twenty invitations to one e-mail at once, one is good", async () => {
  const admin = await somebody(db, { role: "admin" });
  const email = newEmail();
  await atOnce(20, () => inviteStaff(admin, { email, role: "staff", locale: "en" }));
  expect((await listInvitations(admin)).filter((each) => each.email === email)).toHaveLength(1);
});

test("an invitation ends with the rights of whoever sent it", async () => {
  for (const loss of [{ role: "staff" }, { disabledAt: NOON }] as const) {
    const admin = await somebody(db, { role: "admin" });
    const email = newEmail();
    await inviteStaff(admin, { email, role: "admin", locale: "en" });
    const token = await tokenFor(email);
    expect(await findInvitation(db, token, NOON)).not.toBeNull();
    await db.update(users).set(loss).where(eq(users.id, admin.actor.userId));
    expect(await findInvitation(db, token, NOON)).toBeNull();
    await expect(acceptInvitation(invited(), { token, name: "Sana", password })).rejects.toMatchObject(invalid);
  }
});
