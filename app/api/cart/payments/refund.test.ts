import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ask, doorAt, NOBODYS_COOKIE, signedIn, SITE } from "@/app/api/test-doors";
import { auditLog } from "@/db/schema/operations";
import { refunds } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, moneyOf } from "@/e2e/faults/money-back";
import { openSession } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { RefundView } from "@/lib/refunds/schemas";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const door = await doorAt("cart/payments/[id]/refund");
const REASON = { reason: "It came broken" };

beforeEach(() => gateway.saysOfRefunds("000"));
afterAll(() => expectProof(db, NOON));

type Asked = { cookie?: string; body?: unknown; key?: string };

const refund = (id: number | string, { cookie, body = REASON, key }: Asked = {}) =>
  ask(door, "POST", { cookie, body, params: { id: `${id}` }, headers: key ? { "idempotency-key": key } : {} });

const admin = async () => (await signedIn(db, "admin")).cookie;

describe("who may give money back", () => {
  test("nobody without a session, and neither customer nor staff: said before anything is looked up", async () => {
    const { payment, buyer } = await aPaidOrder(db);
    const wishes = [
      { id: payment.payment_id, body: REASON },
      { id: 987_654_321, body: REASON },
      { id: "nothing", body: { amount: -1 } },
      { id: payment.payment_id, body: "no JSON" },
    ];
    const people: [number, string, string | undefined][] = [
      [401, "not_signed_in", undefined],
      [401, "not_signed_in", NOBODYS_COOKIE],
      [403, "forbidden", (await signedIn(db)).cookie],
      [403, "forbidden", (await signedIn(db, "staff")).cookie],
    ];
    for (const [status, code, cookie] of people) {
      for (const { id, body } of wishes) {
        const answer = await refund(id, { cookie, body });
        expect([answer.status, answer.json.code]).toEqual([status, code]);
        expect(answer.text).toBe((await refund(987_654_321, { cookie })).text);
      }
    }
    expect(await db.$count(refunds)).toBe(0);
    expect(buyer.actor.role).toBe("customer");
  });

  test("not from another site", async () => {
    const { payment } = await aPaidOrder(db);
    const headers = { origin: "https://elsewhere.example" };
    const params = { id: `${payment.payment_id}` };
    const answer = await ask(door, "POST", { cookie: await admin(), body: REASON, params, headers });
    expect([answer.status, answer.json.code]).toEqual([403, "cross_origin"]);
  });
});

describe("what is asked", () => {
  test.each<[object, string]>([
    [{}, "reason"],
    [{ reason: "" }, "reason"],
    [{ reason: "   " }, "reason"],
    [{ reason: null }, "reason"],
    [{ reason: 7 }, "reason"],
    [{ reason: "x".repeat(501) }, "reason"],
    [{ reason: "a\u0000b" }, "reason"],
    ...["0", "0.00", "-1", "1.001", "1,000", "1e3", " 1", "", "Rs 5", "9".repeat(13), "NaN", "٣"].map(
      (amount): [object, string] => [{ ...REASON, amount }, "amount"],
    ),
    [{ ...REASON, amount: 10 }, "amount"],
    [{ ...REASON, amount: null }, "amount"],
    [{ ...REASON, amount: ["1"] }, "amount"],
  ])("%j: 400, by the name of the field", async (body, path) => {
    const answer = await refund(1, { cookie: await admin(), body });
    expect([answer.status, answer.json.code]).toEqual([400, "invalid_input"]);
    expect(new Set(answer.json.errors.map((error: { path: string }) => error.path))).toEqual(new Set([path]));
  });

  test.each(["[]", "null", '"text"', "{", ""])("%s as a body: 400", async (body) => {
    const answer = await refund(1, { cookie: await admin(), body });
    expect([answer.status, answer.json.code]).toEqual([400, "invalid_input"]);
  });

  test.each([987_654_321, 0, -1, "1.5", "nothing", "9".repeat(20)])("%s: no such payment", async (id) => {
    const answer = await refund(id, { cookie: await admin() });
    expect([answer.status, answer.json.code]).toEqual([404, "payment_not_found"]);
  });
});

describe("what is answered", () => {
  test("complete: the refund as the contract shows it", async () => {
    const { payment } = await aPaidOrder(db);
    const person = await signedIn(db, "admin");
    const answer = await refund(payment.payment_id, { cookie: person.cookie, body: { ...REASON, amount: "1000.5" } });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(Object.keys(answer.json)).toEqual(["message", "refund"]);
    expect(RefundView.strict().parse(answer.json.refund)).toMatchObject({
      payment_id: payment.payment_id,
      amount: "1000.50",
      reason: "It came broken",
      status: "completed",
      gateway_code: "000",
    });
    const audit = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `payment:${payment.payment_id}`));
    expect(audit.map(({ actor, action }) => [actor, action])).toEqual([
      [`user:${person.actor.userId}`, "payment.refund"],
    ]);
  });

  test("the payment and its order say how much went back, to their buyer too", async () => {
    const { payment, order, buyer } = await aPaidOrder(db);
    const cookie = `${sessionCookieName(SITE)}=${await openSession(db, buyer.actor.userId, new Date())}`;
    await refund(payment.payment_id, { cookie: await admin(), body: { ...REASON, amount: "1000.5" } });
    const seen = async (path: string, id: number) =>
      (await ask(await doorAt(path), "GET", { cookie, params: { id: `${id}` } })).json;
    expect(await seen("cart/payments/[id]", payment.payment_id)).toMatchObject({
      status: "partially_refunded",
      amount: "3000.00",
      refunded_amount: "1000.50",
    });
    expect(await seen("cart/orders/[id]", order.id)).toMatchObject({
      payment_status: "partially_refunded",
      paid_amount: "3000.00",
      refunded_amount: "1000.50",
    });
  });

  test("no clear answer: 200, processing, and 409 for whoever comes next", async () => {
    const { payment } = await aPaidOrder(db);
    const cookie = await admin();
    gateway.answersRefunds((_, response) => response.destroy());
    const first = await refund(payment.payment_id, { cookie });
    expect([first.status, first.json.refund.status, first.json.refund.gateway_code]).toEqual([200, "processing", null]);
    const second = await refund(payment.payment_id, { cookie });
    expect([second.status, second.json.code]).toEqual([409, "refund_in_progress"]);
  });

  test("refused: 409, with the gateway's words", async () => {
    const { payment } = await aPaidOrder(db);
    gateway.saysOfRefunds("453");
    const answer = await refund(payment.payment_id, { cookie: await admin() });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([409, "application/problem+json"]);
    expect(answer.json).toMatchObject({
      code: "refund_refused",
      detail:
        "JazzCash refused the refund (453): the merchant account's balance is too low. JazzCash says: “Said of a refund: 453”",
      gateway_code: "453",
      refund: { status: "failed", amount: "3000.00" },
    });
  });

  test.each([
    ["not_refundable", async () => (await anAttempt(await somebody(db))).payment, REASON],
    ["not_refundable", async () => (await aPaidOrder(db, "no kind")).payment, REASON],
    ["refund_exceeds_payment", async () => (await aPaidOrder(db)).payment, { ...REASON, amount: "3000.01" }],
  ])("409 %s", async (code, prepare, body) => {
    const { payment_id } = await prepare();
    const answer = await refund(payment_id, { cookie: await admin(), body });
    expect([answer.status, answer.json.code]).toEqual([409, code]);
    expect((await moneyOf(db, { payment_id })).refunds).toEqual([]);
  });

  test("without a key the same amount is 409 duplicate_refund; with a key of its own it is meant", async () => {
    const { payment } = await aPaidOrder(db);
    const cookie = await admin();
    const body = { ...REASON, amount: "100" };
    expect((await refund(payment.payment_id, { cookie, body })).status).toBe(200);
    const twin = await refund(payment.payment_id, { cookie, body });
    expect([twin.status, twin.json.code]).toEqual([409, "duplicate_refund"]);
    expect((await refund(payment.payment_id, { cookie, body, key: "one more" })).status).toBe(200);
    expect((await moneyOf(db, payment)).payment.refundedPaisa).toBe(20_000);
  });
});
