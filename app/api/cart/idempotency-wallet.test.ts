import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask, doorAt, signedIn } from "@/app/api/test-doors";
import { idempotencyKeys } from "@/db/schema/operations";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anOrder } from "@/db/test-fixtures";
import { lyingGateway, signed } from "@/e2e/faults/lying-gateway";

const { db } = testDatabase();
const gateway = await lyingGateway({ JAZZCASH_TIMEOUT_MS: "3000", JAZZCASH_WALLET_TIMEOUT_MS: "3000" });

/** Somebody with an unpaid order, who asks for the wallet as often as told; and how many calls went to the gateway. */
async function aPayer() {
  const person = await signedIn(db);
  const { order } = await anOrder(person);
  const before = gateway.asked.length;
  const body = {
    order_id: order.id,
    payment_method: "jazzcash_wallet",
    customer_phone: "03123456789",
    cnic_last6: "345678",
  };
  const door = await doorAt("cart/payments/initiate");
  return {
    pay: (key = "wallet") => ask(door, "POST", { cookie: person.cookie, body, headers: { "idempotency-key": key } }),
    calls: () => gateway.asked.length - before,
    attempts: () => db.$count(payments, eq(payments.orderId, order.id)),
    leaveUnanswered: () =>
      db
        .update(idempotencyKeys)
        .set({ resultStatus: null, createdAt: new Date(Date.now() - 61_000) })
        .where(eq(idempotencyKeys.userId, person.actor.userId)),
  };
}

test("while the payer is typing the twins wait, and all are told how the one call ended", async () => {
  const { pay, calls, attempts } = await aPayer();
  gateway.answers((request, response) => {
    const { pp_SecureHash: _, ...echo } = request;
    const body = JSON.stringify(signed({ ...echo, pp_ResponseCode: "000", pp_RetreivalReferenceNo: "261125777777" }));
    setTimeout(() => response.end(body), 700);
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => pay()));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 200, json: { status: "completed" } });
  expect([calls(), await attempts()]).toEqual([1, 1]);
});

test("a call that a stopped server had sent is not sent again: its payment is told as it stands", async () => {
  const { pay, calls, attempts, leaveUnanswered } = await aPayer();
  gateway.answers((_, response) => response.destroy());
  const first = await pay();
  expect(first.json).toMatchObject({ status: "processing" });
  await leaveUnanswered();
  const again = await pay();
  expect([again.status, again.text]).toEqual([200, first.text]);
  expect([calls(), await attempts()]).toEqual([1, 1]);
});

test("a declined payment is an answer like another: the same key repeats it, a new key tries again", async () => {
  const { pay, calls, attempts } = await aPayer();
  gateway.walletSays("004");
  const declined = await pay();
  expect(declined).toMatchObject({ status: 200, json: { status: "failed" } });
  gateway.walletSays("000");
  expect((await pay()).text).toBe(declined.text);
  expect([calls(), await attempts()]).toEqual([1, 1]);
  expect((await pay("once more")).json).toMatchObject({ status: "completed" });
  expect([calls(), await attempts()]).toEqual([2, 2]);
});
