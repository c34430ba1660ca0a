import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { signedIn } from "@/app/api/test-doors";
import { keyedDoors, leaveKey, post, rowOf } from "@/app/api/cart/test-keys";
import { idempotencyKeys } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { testDatabase } from "@/db/test-database";
import { aLine } from "@/db/test-fixtures";

const { db } = testDatabase();
const DOORS = keyedDoors(db);

const BEFORE_THE_EFFECT = { resultId: null, resultStatus: null };
const BEFORE_THE_ANSWER = { resultStatus: null };

/** From now on whatever writes to this table fails at its commit, as where the disk is full. */
async function fillTheDisk(table: string) {
  await db.execute(sql`create or replace function disk_full() returns trigger language plpgsql as
    $$ begin raise 'No space left on device.' using errcode = '53100'; end $$`);
  await db.execute(sql`create constraint trigger disk_full after insert on ${sql.identifier(table)}
    deferrable initially deferred for each row execute function disk_full()`);
}
const emptyTheDisk = (table: string) => db.execute(sql`drop trigger disk_full on ${sql.identifier(table)}`);

describe.each(DOORS)("$path with an Idempotency-Key", ({ path, table, status, prepare, effects }) => {
  test("where the server stopped between effect and answer, the answer is built from what was made", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const first = await post(path, person, body, "stopped after");
    await leaveKey(person, 61, BEFORE_THE_ANSWER);
    const again = await post(path, person, body, "stopped after");
    expect([again.status, again.text]).toEqual([status, first.text]);
    expect(await effects(person)).toBe(1);
  });

  test("where the server stopped before the effect, the key is free after a minute", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    await db.insert(idempotencyKeys).values({
      userId: person.actor.userId,
      route: path.replace("cart/", ""),
      key: "stopped before",
      bodyHash: "whatever it was",
      createdAt: new Date(Date.now() - 61_000),
    });
    const answer = await post(path, person, body, "stopped before");
    expect([answer.status, (await rowOf(person))?.resultStatus]).toEqual([status, status]);
    expect((await post(path, person, body, "stopped before")).text).toBe(answer.text);
    expect(await effects(person)).toBe(1);
  });

  test("what the database gave up at its commit is not taken for done: the same key makes it", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const warned = vi.spyOn(console, "warn").mockReturnValue();
    await fillTheDisk(table);
    const failed = await post(path, person, body, "given up");
    await emptyTheDisk(table);
    expect([failed.status, failed.json.code]).toEqual([503, "database_unavailable"]);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
    expect((await post(path, person, body, "given up")).status).toBe(status);
    expect(await effects(person)).toBe(1);
  });
});

test("within its minute a request without effect or answer is waited for, and none runs beside it", async () => {
  const tries = DOORS.flatMap((door) => [BEFORE_THE_EFFECT, BEFORE_THE_ANSWER].map((left) => ({ ...door, left })));
  const run = async ({ path, prepare, effects, left }: (typeof tries)[number]) => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    await post(path, person, body, "under way");
    await leaveKey(person, 30, left);
    const began = performance.now();
    const answer = await post(path, person, body, "under way");
    expect([answer.status, answer.json.code]).toEqual([409, "request_in_progress"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(performance.now() - began).toBeGreaterThan(4500);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(await effects(person)).toBe(1);
  };
  await Promise.all(tries.map(run));
});

test("a key whose request was slower than its minute belongs to whoever took it over: one order", async () => {
  const person = await signedIn(db);
  await aLine(person);
  const body = { shipping_address: "1 Mall Road, Lahore" };
  const isClaimed = async (since: Date) => ((await rowOf(person))?.createdAt ?? 0) > since;
  const place = () => post("cart/orders", person, body, "slow");
  const requests = await db.transaction(async (tx) => {
    await tx.execute(sql`select from carts where user_id = ${person.actor.userId} for update`);
    const slow = place();
    await expect.poll(() => waitingFor("carts")).toBe(1);
    await leaveKey(person, 61);
    const next = place();
    await expect.poll(() => isClaimed(new Date(Date.now() - 60_000))).toBe(true);
    await expect.poll(() => waitingFor("carts")).toBe(2);
    return [slow, next];
  });
  const [slow, next] = await Promise.all(requests);
  expect([slow?.status, slow?.json.code]).toEqual([409, "request_in_progress"]);
  expect(next?.status).toBe(201);
  expect((await place()).text).toBe(next?.text);
  expect(await db.$count(orders, eq(orders.userId, person.actor.userId))).toBe(1);
});

/** How many statements wait for a lock of this table's. */
async function waitingFor(table: string): Promise<number> {
  const rows = await db.execute(sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like ${`%"${table}"%`}`);
  return rows.length;
}
