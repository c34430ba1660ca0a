import { type Database, type openDatabase } from "@/db/client";
import { afterEach, expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { countStatements } from "@/db/count-statements";
import { testDatabase } from "@/db/test-database";
import { anAttempt, anOrder, laterOn } from "@/db/test-fixtures";
import { countTurn } from "@/lib/http/rate-limit";

const { db, url } = testDatabase({ max: 20 });
const globals = globalThis as typeof globalThis & { saudaPool?: ReturnType<typeof openDatabase> };
const poolOf = (own: Database) => ({ db: own, close: async () => {} });
afterEach(() => {
  globals.saudaPool = poolOf(db);
});

const LIMITED = [
  { path: "cart/payments/initiate", body: { order_id: 999_999, payment_method: "jazzcash" } },
  { path: "cart/payments/verify", body: { transaction_id: "T0" } },
];

test.each(LIMITED)(
  "$path answers one session 60 times in a minute, however many ask at once",
  async ({ path, body }) => {
    const door = await doorAt(path);
    const one = await signedIn(db);
    const other = await signedIn(db);
    const answers = await Promise.all(
      Array.from({ length: 75 }, () => ask(door, "POST", { cookie: one.cookie, body })),
    );
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(60);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(15);
    for (const { headers, json } of refused) {
      expect(json.code).toBe("too_many_requests");
      expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
      expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    }
    expect((await ask(door, "POST", { cookie: other.cookie, body })).status).toBe(404);
  },
);

test("what is refused unread is not counted", async () => {
  const door = await doorAt("cart/payments/initiate");
  const { cookie } = await signedIn(db);
  for (let tries = 0; tries < 61; tries++) {
    expect((await ask(door, "POST", { cookie, body: { order_id: 0 } })).status).toBe(400);
  }
  expect((await ask(door, "POST", { cookie, body: LIMITED[0]?.body })).status).toBe(404);
});

test("a minute after the first of them the next 60 begin", async () => {
  const ctx = await signedIn(db);
  const take = (minutes: number) => countTurn(db, "verify", "somebody", laterOn(ctx, minutes).now);
  for (let tries = 0; tries < 60; tries++) expect((await take(0)).isWithin).toBe(true);
  expect(await take(0.5)).toEqual({ isWithin: false, waitSeconds: 30 });
  expect((await take(1)).isWithin).toBe(true);
  expect((await take(1)).isWithin).toBe(true);
});

test("opening a payment takes the session, the turn and one statement more", async () => {
  const ctx = await signedIn(db);
  const { order } = await anOrder(ctx);
  const door = await doorAt("cart/payments/initiate");
  const body = { order_id: order.id, payment_method: "jazzcash" };
  const sent = await countStatements(url, async (counted) => {
    globals.saudaPool = poolOf(counted);
    const { status, json } = await ask(door, "POST", { cookie: ctx.cookie, body });
    expect([status, json.status, json.form_data.pp_TxnRefNo]).toEqual([200, "pending", json.transaction_id]);
  });
  expect(sent.filter((text) => text.includes("rate_limits"))).toHaveLength(1);
  expect(sent.filter((text) => !text.includes("rate_limits")).length).toBeLessThanOrEqual(2);
});

test("asking again for an attempt that serves again takes one transaction more", async () => {
  const ctx = await signedIn(db);
  const { order, payment } = await anAttempt(ctx);
  const door = await doorAt("cart/payments/initiate");
  const sent = await countStatements(url, async (counted) => {
    globals.saudaPool = poolOf(counted);
    const { json } = await ask(door, "POST", {
      cookie: ctx.cookie,
      body: { order_id: order.id, payment_method: "jazzcash" },
    });
    expect(json.transaction_id).toBe(payment.transaction_id);
  });
  expect(sent.length).toBeLessThanOrEqual(7);
});
