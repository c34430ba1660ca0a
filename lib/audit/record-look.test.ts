import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { recordLook } from "@/lib/audit/record-look";
import { lookAtPerson } from "@/lib/people/look-at-person";
import type { UserCtx } from "@/lib/shared/context";

const { db } = testDatabase();

const looksOf = ({ actor }: UserCtx) =>
  db
    .select({
      action: auditLog.action,
      subject: auditLog.subject,
      device: auditLog.fromDevice,
      details: auditLog.details,
    })
    .from(auditLog)
    .where(eq(auditLog.actor, `user:${actor.userId}`))
    .orderBy(asc(auditLog.id));

test("who looks at a person is written down, once for each look and never what was seen", async () => {
  const admin = await somebody(db, { role: "admin" });
  const other = await somebody(db, { role: "admin" });
  const { userId } = (await somebody(db)).actor;
  await lookAtPerson(admin, userId);
  await lookAtPerson(laterOn(admin, 14), userId);
  expect(await looksOf(admin)).toEqual([{ action: "person.look", subject: `user:${userId}`, device: "", details: {} }]);
  await lookAtPerson(laterOn(admin, 16), userId);
  expect(await looksOf(admin)).toHaveLength(2);
  await lookAtPerson(other, userId);
  expect(await looksOf(other)).toHaveLength(1);
  expect(await lookAtPerson(admin, 999_999)).toBeNull();
  expect(await looksOf(admin)).toHaveLength(2);
});

test("customers who see what is theirs are no matter of the audit", async () => {
  const customer = await somebody(db);
  await recordLook(customer, "orders");
  expect(await looksOf(customer)).toEqual([]);
});
