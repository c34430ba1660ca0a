import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import type { Database } from "@/db/client";
import { createAdministrator } from "@/lib/users/create-administrator";
import { registerUser } from "@/lib/users/register-user";
import { RegisterInput } from "@/lib/users/schemas";

const { db, inTransaction } = testDatabase({ max: 20 });
const now = new Date("2026-11-25T09:00:00Z");
const context = (on: Database) => ({ db: on, now, actor: { kind: "system", useCase: "test" } as const });
const input = { email: "Hina@Example.com", password: "ajrak and block print", name: "Hina" };
const pathsOf = (body: object) =>
  RegisterInput.safeParse({ ...input, ...body }).error?.issues.map((issue) => issue.path.join("."));

test(
  "an account is a customer's, with the e-mail as it was written and only a hash of the password",
  inTransaction(async (tx) => {
    const user = await registerUser(context(tx), RegisterInput.parse({ ...input, phone: "+92 300 1234567" }));
    expect(user).toEqual({ id: user.id, email: "Hina@Example.com", name: "Hina" });
    const [row] = await tx.select().from(users);
    expect(row).toMatchObject({ role: "customer", isGuest: false, phone: "03001234567", disabledAt: null });
    expect(row?.passwordHash).not.toContain(input.password);
  }),
);

test(
  "an e-mail has one account, in whatever case it is written",
  inTransaction(async (tx) => {
    await registerUser(context(tx), input);
    const again = registerUser(context(tx), { ...input, email: "hina@example.com", password: "another password" });
    await expect(again).rejects.toMatchObject({ code: "email_taken", status: 409 });
  }),
);

test("of 20 at once one gets the e-mail", async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => {
      const email = at % 2 === 0 ? "race@example.com" : "RACE@example.com";
      return registerUser(context(db), { ...input, email });
    }),
  );
  expect(all.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  for (const each of all) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "email_taken" });
  expect(
    await db
      .select()
      .from(users)
      .where(sql`lower(email) = 'race@example.com'`),
  ).toHaveLength(1);
});

test("a password is 8 to 128 letters of any script, blanks counted", () => {
  expect(pathsOf({ password: "        " })).toBeUndefined();
  expect(pathsOf({ password: "پاسورڈ ۱" })).toBeUndefined();
  expect(pathsOf({ password: "🧵".repeat(128) })).toBeUndefined();
  for (const password of ["1234567", "🧵".repeat(7), "a".repeat(129), "half \ud83e emoji", 12_345_678, null]) {
    expect(pathsOf({ password })?.every((path) => path === "password")).toBe(true);
  }
});

test("what is wrong is said by the field as it was sent", () => {
  expect(pathsOf({ email: "hina" })).toEqual(["email"]);
  expect(pathsOf({ email: `${"h".repeat(250)}@example.com` })).toEqual(["email"]);
  expect(pathsOf({ name: "   " })).toEqual(["name"]);
  expect(pathsOf({ phone: "12345" })).toEqual(["phone"]);
  expect(RegisterInput.parse({ ...input, email: "  hina@example.com " }).email).toBe("hina@example.com");
});

test(
  "an administrator is made with an entry in the audit log, and never out of a customer",
  inTransaction(async (tx) => {
    const admin = await createAdministrator(context(tx), { ...input, email: "boss@example.com" });
    const [row] = await tx
      .select()
      .from(users)
      .where(sql`email = 'boss@example.com'`);
    expect(row?.role).toBe("admin");
    expect(await tx.select().from(auditLog)).toMatchObject([
      { actor: "system:test", action: "administrator.create", subject: `user:${admin.id}` },
    ]);
    await registerUser(context(tx), input);
    await expect(createAdministrator(context(tx), input)).rejects.toMatchObject({ code: "email_taken" });
    expect(
      await tx
        .select()
        .from(users)
        .where(sql`role = 'admin'`),
    ).toHaveLength(1);
  }),
);
