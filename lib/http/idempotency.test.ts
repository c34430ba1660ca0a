import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { idempotencyKeys } from "@/db/schema/operations";
import { testDatabase } from "@/db/test-database";
import { laterOn, somebody } from "@/db/test-fixtures";
import { env } from "@/lib/env";
import { answerOnce, type RecordResult } from "@/lib/http/idempotency";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

const { db } = testDatabase();

const keyed = (headers: Record<string, string> = { "idempotency-key": "key" }) =>
  new Request("http://localhost:3000/", { method: "POST", headers });

function signal(): [promise: Promise<void>, give: () => void] {
  let give = () => {};
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [promise, () => give()];
}

const keysOf = ({ actor }: UserCtx) =>
  db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, actor.userId));

/** Sends one person's requests under one key; each effect is the next number, and `run` may say otherwise. */
function sender(ctx: UserCtx) {
  let made = 0;
  const effect = async (recordResult?: RecordResult) => {
    const id = ++made;
    await db.transaction(async (tx) => recordResult?.(tx, id));
    return { id };
  };
  const send = (input: object, run: (recordResult?: RecordResult) => Promise<{ id: number }> = effect) =>
    answerOnce(keyed(), ctx, { route: "payments/refund", input, run, find: async (id) => ({ id }), status: 201 });
  return { send, effect, made: () => made };
}

test("an effect that stands though its answer failed is told to whoever asks again, at once", async () => {
  const { send, effect, made } = sender(await somebody(db));
  const broken = send({ amount: "5" }, async (recordResult) => {
    await effect(recordResult);
    throw new AppError("database_unavailable", "The answer could not be read.");
  });
  await expect(broken).rejects.toMatchObject({ code: "database_unavailable" });
  const again = await send({ amount: "5" });
  expect([again.status, await again.json(), made()]).toEqual([201, { id: 1 }, 1]);
});

test("what was recorded in a transaction that was given up did not happen, and leaves no key", async () => {
  const ctx = await somebody(db);
  const { send, made } = sender(ctx);
  const givenUp = send({ amount: "5" }, (recordResult) =>
    db.transaction(async (tx) => {
      await recordResult?.(tx, 99);
      throw new AppError("conflict", "Refused.");
    }),
  );
  await expect(givenUp).rejects.toThrow("Refused.");
  expect(await keysOf(ctx)).toEqual([]);
  expect([await (await send({ amount: "5" })).json(), made()]).toEqual([{ id: 1 }, 1]);
});

test("a request that was refused after its first step is not kept: the same key tries again", async () => {
  const ctx = await somebody(db);
  const { send, effect } = sender(ctx);
  const refused = send({ amount: "5" }, async (recordResult) => {
    await effect(recordResult);
    throw new AppError("conflict", "The gateway refused it.");
  });
  await expect(refused).rejects.toMatchObject({ code: "conflict" });
  expect(await keysOf(ctx)).toEqual([]);
  expect(await (await send({ amount: "5" })).json()).toEqual({ id: 2 });
});

test("the same is what says the same: names in any order, at any depth, but nothing else", async () => {
  const { send, made } = sender(await somebody(db));
  await send({ paymentId: 1, amount: "5", lines: [{ a: 1, b: null }, 2] });
  await send({ lines: [{ b: null, a: 1 }, 2], amount: "5", paymentId: 1, reason: undefined });
  expect(made()).toBe(1);
  const others = [
    { paymentId: 2, amount: "5", lines: [{ a: 1, b: null }, 2] },
    { paymentId: 1, amount: "5", lines: [2, { a: 1, b: null }] },
    { paymentId: 1, amount: "5", lines: [{ a: "1", b: null }, 2] },
    { paymentId: 1, amount: "5", lines: [{ a: 1 }, 2] },
    {},
  ];
  for (const other of others) await expect(send(other)).rejects.toMatchObject({ code: "idempotency_key_reused" });
});

test("the fingerprint cannot be guessed from six digits without the shop's secret", async () => {
  const ctx = await somebody(db);
  await sender(ctx).send({ cnic_last6: "345678", amount: "5" });
  const hmac = createHmac("sha256", env().authSecret);
  const said = 'idempotency\npayments/refund\n{"amount":"5","cnic_last6":"345678"}';
  expect((await keysOf(ctx)).map(({ bodyHash }) => bodyHash)).toEqual([hmac.update(said).digest("hex")]);
});

test("a request that lost its key says nothing about the one that has it", async () => {
  const ctx = await somebody(db);
  const slow = sender(ctx);
  const next = sender(laterOn(ctx, 2));
  const [mayGoOn, goOn] = signal();
  const [mayAnswer, answer] = signal();
  const lost = slow.send({}, async (recordResult) => {
    await mayGoOn;
    return slow.effect(recordResult);
  });
  await expect.poll(() => keysOf(ctx)).toHaveLength(1);
  const kept = next.send({}, async (recordResult) => {
    const result = await next.effect(recordResult);
    goOn();
    await mayAnswer;
    return result;
  });
  await expect(lost).rejects.toMatchObject({ code: "request_in_progress" });
  expect(await keysOf(ctx)).toMatchObject([{ resultId: 1, resultStatus: null }]);
  answer();
  expect((await kept).status).toBe(201);
  expect(await keysOf(ctx)).toMatchObject([{ resultId: 1, resultStatus: 201 }]);
});

test("what is not this person's any more is not found", async () => {
  const ctx = await somebody(db);
  const { send } = sender(ctx);
  await send({});
  const gone = answerOnce(keyed(), ctx, {
    route: "payments/refund",
    input: {},
    run: () => Promise.reject(new Error("ran twice")),
    find: async () => null,
  });
  await expect(gone).rejects.toMatchObject({ code: "not_found" });
});

test("a request without a key is run with nothing to record", async () => {
  const ctx = await somebody(db);
  const run = async (recordResult?: RecordResult) => ({ isRecorded: recordResult !== undefined });
  const answer = await answerOnce(keyed({}), ctx, { route: "orders", input: {}, run, find: async () => null });
  expect([answer.status, await answer.json(), await keysOf(ctx)]).toEqual([200, { isRecorded: false }, []]);
});
