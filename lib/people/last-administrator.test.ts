import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { atOnce } from "@/db/at-once";
import { outgoingMessages } from "@/db/schema/messages";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { NOON, somebody } from "@/db/test-fixtures";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { changeRole } from "@/lib/people/change-role";
import { disableUser } from "@/lib/people/disable-user";
import { inviteStaff } from "@/lib/people/invite-staff";
import { several } from "@/lib/people/test-people";
import { aCustomer, leave, password } from "@/lib/users/test-customer";

const { db } = testDatabase({ max: 20 });

beforeEach(async () => {
  await db.update(users).set({ role: "customer" }).where(eq(users.role, "admin"));
});

const administrators = async () => {
  const isOne = and(eq(users.role, "admin"), isNull(users.disabledAt), isNull(users.deletedAt));
  return (await db.select({ id: users.id }).from(users).where(isOne)).map(({ id }) => id);
};

const tokenFor = async (email: string): Promise<string> => {
  const [letter] = await db.select().from(outgoingMessages).where(eq(outgoingMessages.recipient, email));
  return String(letter?.details.token);
};

test("whoever was made administrator while deleting their account stays, though their session knew them as a customer", async () => {
  const admin = await somebody(db, { role: "admin" });
  const customer = await aCustomer(db);
  await changeRole(admin, { userId: customer.actor.userId, role: "admin" });
  await changeRole(admin, { userId: admin.actor.userId, role: "customer" });
  await expect(leave(customer)).rejects.toMatchObject({ code: "forbidden" });
  expect(await administrators()).toEqual([customer.actor.userId]);
});

test("of one who hands the shop over and one who deletes the account that takes it, the shop is always somebody's", async () => {
  for (let round = 0; round < 8; round++) {
    const admin = await somebody(db, { role: "admin" });
    const heir = await aCustomer(db);
    await atOnce(2, async (lane) => {
      if (lane === 0) return leave(heir);
      await changeRole(admin, { userId: heir.actor.userId, role: "admin" });
      return changeRole(admin, { userId: admin.actor.userId, role: "customer" });
    });
    expect((await administrators()).length).toBeGreaterThan(0);
    await db.update(users).set({ role: "customer" });
  }
});

test("however many shut each other out, step down and join at once, one administrator is left", async () => {
  const all = await several(db, "admin", 12);
  const joining = await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const email = `newcomer${at}@example.com`;
      await inviteStaff(all[at]!, { email, role: "admin", locale: "en" });
      return { token: await tokenFor(email), name: "Sana", password };
    }),
  );
  const from = { address: null, device: "" };
  await atOnce(16, async (lane) => {
    const joins = joining[lane - 12];
    const system = { db, now: NOON, actor: { kind: "system", useCase: "join" }, from } as const;
    if (joins) return void (await acceptInvitation(system, joins));
    const [own, next] = [all[lane]!, all[(lane + 1) % 12]!];
    const { userId } = lane % 2 === 0 ? own.actor : next.actor;
    return lane % 3 === 0 ? disableUser(own, { userId }) : changeRole(own, { userId, role: "staff" });
  });
  expect((await administrators()).length).toBeGreaterThan(0);
});

test("an invitation brings back nobody whose account was shut or left while the password was compared", async () => {
  const admin = await somebody(db, { role: "admin" });
  for (const gone of [{ disabledAt: NOON }, { disabledAt: NOON, deletedAt: NOON, email: null, passwordHash: null }]) {
    const { email, actor } = await aCustomer(db);
    await inviteStaff(admin, { email, role: "admin", locale: "en" });
    const token = await tokenFor(email);
    const system = {
      now: NOON,
      actor: { kind: "system", useCase: "join" },
      from: { address: null, device: "" },
    } as const;
    const slow = new Proxy(db, {
      get: (whole, name) =>
        name === "transaction"
          ? async (run: Parameters<typeof db.transaction>[0]) => {
              await db
                .update(users)
                .set({ ...gone, name: "", phone: null })
                .where(eq(users.id, actor.userId));
              return db.transaction(run);
            }
          : Reflect.get(whole, name),
    });
    const joins = acceptInvitation({ ...system, db: slow }, { token, name: "", password });
    await expect(joins).rejects.toMatchObject({ code: "invitation_invalid" });
    const [account] = await db.select().from(users).where(eq(users.id, actor.userId));
    expect(account?.role).toBe("customer");
  }
});
