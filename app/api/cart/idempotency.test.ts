import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { keyedDoors, leaveKey, post, rowOf } from "@/app/api/cart/test-keys";
import { idempotencyKeys } from "@/db/schema/operations";
import { orders } from "@/db/schema/orders";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { aLine, anOrder } from "@/db/test-fixtures";

const { db } = testDatabase();
const DOORS = keyedDoors(db);

describe.each(DOORS)("$path with an Idempotency-Key", ({ path, status, prepare, effects }) => {
  test("fifty equal requests at once: one effect and equal answers", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(path, person, body, "fifty")));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await effects(person)).toBe(1);
  });

  test("is the same request with its names in another order and other white space", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const first = await post(path, person, body, "order of names");
    const turned = Object.fromEntries(Object.entries(body).toReversed());
    const again = await post(path, person, JSON.stringify(turned, null, 4), "order of names");
    expect([again.status, again.text]).toEqual([status, first.text]);
    expect(await effects(person)).toBe(1);
  });

  test("another body is refused and changes nothing", async () => {
    const person = await signedIn(db);
    const { body, other } = await prepare(person);
    await post(path, person, body, "reused");
    const before = [await effects(person), await rowOf(person)];
    const reused = await post(path, person, other, "reused");
    expect([reused.status, reused.json.code]).toEqual([409, "idempotency_key_reused"]);
    expect([await effects(person), await rowOf(person)]).toEqual(before);
  });

  test("another person's equal key is another key", async () => {
    for (const person of [await signedIn(db), await signedIn(db)]) {
      const { body } = await prepare(person);
      expect((await post(path, person, body, "everybody's")).status).toBe(status);
      expect(await effects(person)).toBe(1);
    }
  });

  test("is kept for a day", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const first = await post(path, person, body, "a day");
    await leaveKey(person, 24 * 3600 - 60);
    expect((await post(path, person, body, "a day")).text).toBe(first.text);
    await leaveKey(person, 24 * 3600 + 1);
    const { body: next } = await prepare(person);
    const anew = await post(path, person, next, "a day");
    expect([anew.status, anew.text === first.text]).toEqual([status, false]);
    expect(await effects(person)).toBe(2);
  });

  test("keeps an id and a fingerprint, and nothing that was said", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    await post(path, person, body, "kept");
    const { bodyHash, createdAt: _, ...row } = (await rowOf(person)) ?? {};
    expect(row).toEqual({
      userId: person.actor.userId,
      route: path.replace("cart/", ""),
      key: "kept",
      resultId: expect.any(Number),
      resultStatus: status,
    });
    expect(bodyHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each(["", " ", "x".repeat(256), "cl\u00e9", "a\tb"])("%j is no key", async (key) => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    const answer = await post(path, person, body, key);
    expect([answer.status, answer.json.code, answer.json.errors[0].path]).toEqual([
      400,
      "invalid_input",
      "Idempotency-Key",
    ]);
    expect(await effects(person)).toBe(0);
  });

  test("without a key every request stands for itself, and nothing is kept", async () => {
    const person = await signedIn(db);
    const { body } = await prepare(person);
    expect((await ask(await doorAt(path), "POST", { cookie: person.cookie, body })).status).toBe(status);
    expect(await db.$count(idempotencyKeys, eq(idempotencyKeys.userId, person.actor.userId))).toBe(0);
  });
});

test("one key at two doors is two keys", async () => {
  const person = await signedIn(db);
  const [atOrders, atPayments] = DOORS;
  for (const door of [atPayments, atOrders]) {
    const { body } = (await door?.prepare(person)) ?? {};
    expect((await post(door?.path ?? "", person, body, "both")).status).toBe(door?.status);
  }
});

test("a refused order is not kept: with something in the cart the same key makes it", async () => {
  const person = await signedIn(db);
  const body = { shipping_address: "1 Mall Road, Lahore" };
  const refused = await Promise.all(Array.from({ length: 50 }, () => post("cart/orders", person, body, "again")));
  expect(new Set(refused.map(({ json }) => json.code))).toEqual(new Set(["cart_empty"]));
  await aLine(person);
  const made = await Promise.all(Array.from({ length: 10 }, () => post("cart/orders", person, body, "again")));
  expect(new Set(made.map((answer) => answer.status))).toEqual(new Set([201]));
  expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
});

test("a day later nothing is left of a key's first use, also where the second is refused", async () => {
  const person = await signedIn(db);
  await aLine(person);
  const body = { shipping_address: "1 Mall Road, Lahore" };
  expect((await post("cart/orders", person, body, "old")).status).toBe(201);
  await leaveKey(person, 24 * 3600 + 1);
  for (let times = 0; times < 2; times++) {
    expect((await post("cart/orders", person, body, "old")).json.code).toBe("cart_empty");
  }
});

test("a refused payment is not kept: the same key opens it once the order is one's own", async () => {
  const person = await signedIn(db);
  const { order } = await anOrder(await signedIn(db));
  const body = { order_id: order.id, payment_method: "jazzcash" };
  expect((await post("cart/payments/initiate", person, body, "mine")).status).toBe(404);
  await db.update(orders).set({ userId: person.actor.userId }).where(eq(orders.id, order.id));
  expect((await post("cart/payments/initiate", person, body, "mine")).status).toBe(200);
});

test("what a repeated request is told takes no turn of the session's sixty", async () => {
  const person = await signedIn(db);
  const { order } = await anOrder(person);
  const body = { order_id: order.id, payment_method: "jazzcash" };
  for (let times = 0; times < 70; times++) {
    expect((await post("cart/payments/initiate", person, body, "seventy")).status).toBe(200);
  }
});

test("two keys for one order's payment lead to one attempt", async () => {
  const person = await signedIn(db);
  const { order } = await anOrder(person);
  const body = { order_id: order.id, payment_method: "cash_on_delivery" };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => post("cart/payments/initiate", person, body, `tab ${at % 2}`)),
  );
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(await db.$count(payments, eq(payments.orderId, order.id))).toBe(1);
  const rows = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, person.actor.userId));
  expect(rows.map(({ resultId }) => resultId)).toEqual([answers[0]?.json.payment_id, answers[0]?.json.payment_id]);
});
