import { afterAll, beforeEach, expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { testDatabase } from "@/db/test-database";
import { NOON } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, moneyOf } from "@/e2e/faults/money-back";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const door = await doorAt("cart/payments/[id]/refund");

beforeEach(() => gateway.saysOfRefunds("000"));
afterAll(() => expectProof(db, NOON));

const refund = (id: number, { cookie, key }: { cookie: string; key: string }) =>
  ask(door, "POST", {
    cookie,
    body: { reason: "It came broken" },
    params: { id: `${id}` },
    headers: { "idempotency-key": key },
  });

const admin = async () => (await signedIn(db, "admin")).cookie;

test("sent again it is the same refund, also ten at once", async () => {
  const { payment } = await aPaidOrder(db);
  const cookie = await admin();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => refund(payment.payment_id, { cookie, key: "click" })),
  );
  answers.push(await refund(payment.payment_id, { cookie, key: "click" }));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
});

test("for another payment or amount it is refused", async () => {
  const [one, other] = [await aPaidOrder(db), await aPaidOrder(db)];
  const cookie = await admin();
  await refund(one.payment.payment_id, { cookie, key: "k" });
  const again = await refund(other.payment.payment_id, { cookie, key: "k" });
  expect([again.status, again.json.code]).toEqual([409, "idempotency_key_reused"]);
  expect((await moneyOf(db, other.payment)).refunds).toEqual([]);
});

test("a refusal is not kept: the same key tries again", async () => {
  const { payment } = await aPaidOrder(db);
  const cookie = await admin();
  gateway.saysOfRefunds("455");
  expect((await refund(payment.payment_id, { cookie, key: "again" })).json.code).toBe("refund_refused");
  gateway.saysOfRefunds("000");
  const answer = await refund(payment.payment_id, { cookie, key: "again" });
  expect([answer.status, answer.json.refund?.status]).toEqual([200, "completed"]);
  expect((await moneyOf(db, payment)).refunds.map(({ status }) => status)).toEqual(["failed", "completed"]);
});

test("where no clear answer came it says so again, and sends nothing", async () => {
  const { payment } = await aPaidOrder(db);
  const cookie = await admin();
  gateway.answersRefunds((_, response) => response.destroy());
  const first = await refund(payment.payment_id, { cookie, key: "lost" });
  gateway.saysOfRefunds("000");
  const again = await refund(payment.payment_id, { cookie, key: "lost" });
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
});
