import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { anOrder, later, NOON, somebody } from "@/db/test-fixtures";
import { nameSubjects } from "@/lib/audit/name-subjects";
import { listAudit } from "@/lib/audit/queries";
import { ListAuditQuery } from "@/lib/audit/schemas";
import type { UserCtx } from "@/lib/shared/context";

const { db, inTransaction } = testDatabase();
const asked = (query: object = {}) => ListAuditQuery.parse({ page_size: "3", ...query });

const entry = (action: string, minutes: number, subject = "order:1", actor = "user:1") => ({
  actor,
  action,
  subject,
  details: {},
  createdAt: later(NOON, minutes),
});

const written = async (tx: typeof db, entries: ReturnType<typeof entry>[]) => {
  const rows = await tx.insert(auditLog).values(entries).returning({ id: auditLog.id });
  return rows.map(({ id }) => id).toSorted((one, other) => one - other);
};

const idsOf = async (ctx: UserCtx, query: object = {}) => {
  const { rows, ...rest } = await listAudit(ctx, asked(query));
  return { ids: rows.map(({ id }) => id), ...rest };
};

test(
  "the log is read from the newest entry to the oldest and back, each once, whatever is written meanwhile",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const ids = await written(
      tx,
      Array.from({ length: 8 }, (_, at) => entry("order.note", at)),
    );
    const down = ids.toReversed();
    const first = await idsOf(admin);
    expect(first).toEqual({ ids: down.slice(0, 3), count: 8, newer: null, older: down[2] });
    await written(tx, [entry("order.note", 99)]);
    const second = await idsOf(admin, { before: String(first.older) });
    expect(second).toEqual({ ids: down.slice(3, 6), count: 9, newer: down[3], older: down[5] });
    const third = await idsOf(admin, { before: String(second.older) });
    expect(third).toEqual({ ids: down.slice(6), count: 9, newer: down[6], older: null });
    expect((await idsOf(admin, { after: String(third.newer) })).ids).toEqual(down.slice(3, 6));
    const newest = await idsOf(admin, { after: String(down[2]) });
    expect(newest.ids).toHaveLength(3);
    expect([newest.ids[1], newest.newer]).toEqual([down[0], null]);
    expect(await idsOf(admin, { before: "1" })).toEqual({ ids: [], count: 9, newer: null, older: null });
  }),
);

test(
  "filters narrow it: by actor, an action's beginning, a subject, whole days of Pakistan's",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const day = 24 * 60;
    const [a, b, c, d] = await written(tx, [
      entry("order.note", -3 * day, "order:7"),
      entry("order.call", -day, "order:8", `user:${admin.actor.userId}`),
      entry("settings.change", 0, "settings"),
      entry("order.note", 3 * day, "order:7"),
    ]);
    expect((await idsOf(admin, { action: "order." })).ids).toEqual([d, b, a]);
    expect((await idsOf(admin, { action: "settings.change" })).ids).toEqual([c]);
    expect((await idsOf(admin, { action: "nothing" })).ids).toEqual([]);
    expect((await idsOf(admin, { subject: "order:7" })).ids).toEqual([d, a]);
    expect((await idsOf(admin, { actor: `user:${admin.actor.userId}` })).ids).toEqual([b]);
    expect((await idsOf(admin, { from: "2026-11-24", to: "2026-11-25" })).ids).toEqual([c, b]);
    expect((await idsOf(admin, { from: "2026-11-28" })).ids).toEqual([d]);
    expect((await idsOf(admin, { to: "2026-11-22" })).ids).toEqual([a]);
    expect((await idsOf(admin, { from: "2027-11-28" })).ids).toEqual([]);
  }),
);

test(
  "more than a thousand entries are not counted",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    await written(
      tx,
      Array.from({ length: 1000 }, (_, at) => entry("order.note", at)),
    );
    expect((await idsOf(admin)).count).toBe(1000);
    await written(tx, [entry("order.note", 0)]);
    expect((await idsOf(admin)).count).toBeNull();
    expect((await idsOf(admin, { action: "settings" })).count).toBe(0);
  }),
);

test(
  "what it is about is found by the name that people know it by, and shown by it",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const buyer = await somebody(tx);
    const { order } = await anOrder(buyer);
    const [{ email } = { email: null }] = await tx
      .select({ email: users.email })
      .from(users)
      .where(eq(users.id, buyer.actor.userId));
    const person = `user:${buyer.actor.userId}`;
    const [ofOrder, ofPerson] = await written(tx, [
      entry("order.note", 0, `order:${order.id}`),
      entry("person.role", 1, person),
      entry("settings.change", 2, "settings"),
    ]);
    expect((await idsOf(admin, { subject: order.order_number.toLowerCase() })).ids).toEqual([ofOrder]);
    expect((await idsOf(admin, { subject: email })).ids).toEqual([ofPerson]);
    expect((await idsOf(admin, { subject: person })).ids).toEqual([ofPerson]);
    expect((await idsOf(admin, { subject: "ORD-NOBODYS1-20261125" })).ids).toEqual([]);
    expect(await nameSubjects(tx, [`order:${order.id}`, person, "settings", "order:999999999", "what:1"])).toEqual({
      [`order:${order.id}`]: { name: order.order_number, href: `/admin/orders/${order.id}` },
      [person]: { name: email, href: `/admin/people/${buyer.actor.userId}` },
    });
  }),
);
