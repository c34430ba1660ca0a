import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { eachBatch } from "@/db/each-batch";
import { auditLog } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { openExport } from "@/lib/exports/open-export";

const { db } = testDatabase();

const many = (rows: number, action: string) =>
  db.execute(sql`insert into ${auditLog} (actor, action, subject, details, created_at)
    select 'user:0', ${action}, 'order:' || n, '{}', now() from generate_series(1, ${rows}::int) as n`);

const waiting = async (): Promise<number> => {
  const [row] = await db.execute<{ waiting: number }>(sql`select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction' and query like 'fetch%'`);
  return row?.waiting ?? -1;
};

const lastEnd = async () => {
  const [row] = await db.execute<{ details: object }>(
    sql`select details from ${auditLog} where action = 'export.end' order by id desc limit 1`,
  );
  return row?.details;
};

test("a slow reader makes the query wait, and gets what there was when it began", async () => {
  await many(20_000, "slow.before");
  const admin = await somebody(db, { role: "admin" });
  const reader = (await openExport(admin, { name: "audit", filters: { action: "slow" } })).getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value, { stream: true });
  await vi.waitFor(async () => expect(await waiting()).toBe(1));
  await many(5_000, "slow.after");
  expect(text.split("\r\n").length).toBeLessThan(2_100);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  expect(text.trimEnd().split("\r\n")).toHaveLength(20_001);
  expect(text).not.toContain("slow.after");
  await vi.waitFor(async () => expect(await lastEnd()).toEqual({ action: "slow", rows: 20_000, whole: "yes" }));
  expect(await waiting()).toBe(0);
});

test("a reader who leaves ends the query, and the audit says how much was taken", async () => {
  await many(20_000, "left.early");
  const admin = await somebody(db, { role: "admin" });
  const reader = (await openExport(admin, { name: "audit", filters: { action: "left" } })).getReader();
  await reader.read();
  await vi.waitFor(async () => expect(await waiting()).toBe(1));
  const logged = vi.spyOn(console, "error");
  await reader.cancel();
  await vi.waitFor(async () => expect(await waiting()).toBe(0));
  await vi.waitFor(async () => expect(await lastEnd()).toMatchObject({ action: "left", whole: "no" }));
  expect(await lastEnd()).toMatchObject({ rows: expect.toSatisfy((rows: number) => rows < 8_000) });
  expect(logged).not.toHaveBeenCalled();
});

test("whoever leaves in the middle of a slow query ends it at once, and its connection is free", async () => {
  const gone = new AbortController();
  const slow = eachBatch(db, sql`select pg_sleep(30)`, { left: gone.signal, by: db }, async () => undefined);
  await vi.waitFor(async () => expect(await sleeping()).toBe(1));
  const since = performance.now();
  gone.abort();
  await expect(slow).rejects.toThrow();
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(await sleeping()).toBe(0);
});

const sleeping = async (): Promise<number> => {
  const [row] = await db.execute<{ sleeping: number }>(sql`select count(*)::int as sleeping from pg_stat_activity
    where datname = current_database() and state = 'active' and wait_event = 'PgSleep'`);
  return row?.sleeping ?? -1;
};

test("a request that ends before its file has begun ends the query too", async () => {
  await many(10, "gone.away");
  const admin = await somebody(db, { role: "admin" });
  const opening = openExport(admin, { name: "audit", filters: { action: "gone" } }, { leaving: AbortSignal.abort() });
  await expect(opening).rejects.toMatchObject({ code: "invalid_input" });
  await vi.waitFor(async () => expect(await lastEnd()).toMatchObject({ action: "gone", rows: 0, whole: "no" }));
});
