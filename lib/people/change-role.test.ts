import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { atOnce } from "@/db/at-once";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { aGuest, NOON, somebody } from "@/db/test-fixtures";
import { findSession } from "@/lib/auth/find-session";
import { openSession } from "@/lib/auth/open-session";
import { changeRole } from "@/lib/people/change-role";
import { closeSessionsOf } from "@/lib/people/close-sessions-of";
import { disableUser } from "@/lib/people/disable-user";
import { enableUser } from "@/lib/people/enable-user";
import { several } from "@/lib/people/test-people";

const { db } = testDatabase({ max: 20 });

beforeEach(async () => {
  await db.update(users).set({ role: "customer" }).where(eq(users.role, "admin"));
});

const administrators = () =>
  db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)));

const entriesOf = (subject: string) =>
  db.select().from(auditLog).where(eq(auditLog.subject, subject)).orderBy(auditLog.id);

test("a role counts from the next request on, and the audit says what it was and is", async () => {
  const admin = await somebody(db, { role: "admin" });
  const { userId } = (await somebody(db)).actor;
  const session = await openSession(db, userId, NOON);
  await changeRole(admin, { userId, role: "staff" });
  expect((await findSession(db, session, NOON))?.role).toBe("staff");
  await changeRole(admin, { userId, role: "staff" });
  expect(await entriesOf(`user:${userId}`)).toMatchObject([
    {
      actor: `user:${admin.actor.userId}`,
      action: "person.role",
      before: { role: "customer" },
      after: { role: "staff" },
    },
  ]);
});

test("a disabled account is signed out at once and can be opened again", async () => {
  const admin = await somebody(db, { role: "admin" });
  const { userId } = (await somebody(db, { role: "staff" })).actor;
  const session = await openSession(db, userId, NOON);
  await disableUser(admin, { userId });
  await disableUser(admin, { userId });
  expect(await findSession(db, session, NOON)).toBeNull();
  await enableUser(admin, { userId });
  expect(await findSession(db, session, NOON)).toBeNull();
  const again = await openSession(db, userId, NOON);
  expect(await findSession(db, again, NOON)).toMatchObject({ role: "staff" });
  expect(await closeSessionsOf(admin, { userId })).toEqual({ closed: 1 });
  expect(await findSession(db, again, NOON)).toBeNull();
  const actions = (await entriesOf(`user:${userId}`)).map(({ action }) => action);
  expect(actions).toEqual(["person.disable", "person.enable", "person.sign_out"]);
});

test("staff and customers change nobody, and nobody changes guests or people who are not there", async () => {
  const admin = await somebody(db, { role: "admin" });
  const guest = await aGuest(db);
  for (const role of ["staff", "customer"] as const) {
    const ctx = await somebody(db, { role });
    for (const change of [
      () => changeRole(ctx, { userId: ctx.actor.userId, role: "admin" }),
      () => disableUser(ctx, { userId: admin.actor.userId }),
      () => closeSessionsOf(ctx, { userId: admin.actor.userId }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: "forbidden" });
    }
  }
  for (const userId of [guest.actor.userId, 999_999]) {
    await expect(changeRole(admin, { userId, role: "staff" })).rejects.toMatchObject({ code: "person_not_found" });
  }
});

test("the last administrator can neither step down nor be shut out, by themself neither", async () => {
  const admin = await somebody(db, { role: "admin" });
  const { userId } = admin.actor;
  const refused = { code: "last_administrator" };
  await expect(changeRole(admin, { userId, role: "staff" })).rejects.toMatchObject(refused);
  await expect(disableUser(admin, { userId })).rejects.toMatchObject(refused);
  const other = await somebody(db, { role: "admin" });
  await disableUser(admin, { userId: other.actor.userId });
  await expect(changeRole(admin, { userId, role: "customer" })).rejects.toMatchObject(refused);
  expect(await administrators()).toEqual([{ id: userId }]);
});

test("of two administrators who take each other's role at once, one stays", async () => {
  const [one, other] = await several(db, "admin", 2);
  const { done, refused } = await atOnce(2, (lane) =>
    changeRole((lane === 0 ? one : other)!, {
      userId: (lane === 0 ? other : one)!.actor.userId,
      role: "customer",
    }),
  );
  expect([done.length, refused]).toEqual([1, ["forbidden"]]);
  expect(await administrators()).toHaveLength(1);
});

test.each(["changeRole", "disableUser"] as const)("of twenty who all leave at once by %s, one stays", async (how) => {
  const all = await several(db, "admin", 20);
  const { done, refused } = await atOnce(20, (lane) => {
    const ctx = all[lane]!;
    const { userId } = ctx.actor;
    return how === "changeRole" ? changeRole(ctx, { userId, role: "staff" }) : disableUser(ctx, { userId });
  });
  expect([done.length, refused]).toEqual([19, ["last_administrator"]]);
  expect(await administrators()).toHaveLength(1);
});
