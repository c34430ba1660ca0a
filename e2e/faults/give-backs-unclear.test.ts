import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { giveBackOf, leaveTheRest, moneyOf, openItemOf, reconcileAfter } from "@/e2e/faults/money-back";
import { aLateSuccess, expectSentBack } from "@/e2e/faults/owed-money";
import type { InitiatedPaymentView } from "@/lib/payments/schemas";
import { resolveReview } from "@/lib/reviews/resolve-review";

const { db, url } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const RECONCILE_ONCE = new URL("./reconcile-once.ts", import.meta.url);

beforeEach(async () => {
  await leaveTheRest(db);
  gateway.asked.length = 0;
  gateway.says(COMPLETED);
  gateway.saysOfRefunds("000");
});
afterAll(async () => {
  gateway.answers((_, response) => response.destroy());
  await reconcileAfter(db, 3000);
  await expectProof(db, later(NOON, 3000));
});

/**
 * A process of its own reconciles at six minutes after noon and is killed as its call arrives: before a word of it was
 * read, or when it was read. Tells how the payment's refunds stood in the database at that moment.
 */
async function killedReconciliation(payment: InitiatedPaymentView, isBefore: boolean): Promise<string[]> {
  let states: string[] = [];
  let kill = async () => {};
  const deaf = createServer(() => void kill());
  await new Promise<void>((resolve) => deaf.listen(0, "127.0.0.1", resolve));
  const address = deaf.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(RECONCILE_ONCE)], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      RECONCILE_AT: later(NOON, 6).toISOString(),
      JAZZCASH_BASE_URL: isBefore ? `http://127.0.0.1:${port}` : gateway.url,
      JAZZCASH_TIMEOUT_MS: "10000",
    },
    stdio: "inherit",
  });
  const ended = once(child, "exit");
  kill = async () => {
    states = (await moneyOf(db, payment)).refunds.map(({ status }) => status);
    child.kill("SIGKILL");
  };
  gateway.answersRefunds(() => void kill());
  await ended;
  deaf.close();
  return states;
}

describe("no clear answer to a give-back", () => {
  it.each(["before the call was sent", "before its answer came"])("killed %s: it is never sent again", async (when) => {
    const { payment } = await aLateSuccess(db);
    const isBefore = when.startsWith("before the call");
    expect(await killedReconciliation(payment, isBefore)).toEqual(["processing"]);
    gateway.saysOfRefunds("000");
    for (const minutes of [7, 15]) await reconcileAfter(db, minutes);
    expect(await moneyOf(db, payment)).toMatchObject({ refunds: [{ status: "processing" }], asked: ["late_success"] });
    await reconcileAfter(db, 16);
    expect((await moneyOf(db, payment)).asked.toSorted()).toEqual(["late_success", "refund_unknown"]);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(isBefore ? 0 : 1);
    gateway.says({ pp_ResponseCode: "000", pp_PaymentResponseCode: "131", pp_Status: "Completed" });
    await reconcileAfter(db, 26);
    await expectSentBack(db, payment);
  });

  it("it is never sent again; what an inquiry proves later settles all", async () => {
    const { payment } = await aLateSuccess(db);
    gateway.answersRefunds((_, response) => response.destroy());
    await reconcileAfter(db, 6);
    gateway.saysOfRefunds("000");
    for (const minutes of [7, 15, 16, 26]) await reconcileAfter(db, minutes);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    const unknown = await moneyOf(db, payment);
    expect(unknown).toMatchObject({ refunds: [{ status: "processing" }], order: { paymentStatus: "paid" } });
    expect(unknown.asked.toSorted()).toEqual(["late_success", "refund_unknown"]);
    gateway.says({ pp_ResponseCode: "000", pp_PaymentResponseCode: "131", pp_Status: "Completed" });
    await reconcileAfter(db, 46);
    await expectSentBack(db, payment);
  });

  it("a person found that it was not made: it is stuck, and tried again when they say so", async () => {
    const { payment } = await aLateSuccess(db);
    gateway.answersRefunds((_, response) => response.destroy());
    for (const minutes of [6, 16]) await reconcileAfter(db, minutes);
    const admin = await somebody(db, { role: "admin", now: later(NOON, 20) });
    const resolution = "The portal knows of no refund.";
    const unknown = await openItemOf(db, payment, "refund_unknown");
    await resolveReview(admin, { reviewId: unknown, action: "not_given_back", resolution });
    await reconcileAfter(db, 30);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    const stuck = await openItemOf(db, payment, "give_back_stuck");
    await resolveReview(admin, { reviewId: stuck, action: "try_again", resolution });
    gateway.saysOfRefunds("000");
    await reconcileAfter(db, 31);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded", refundedPaisa: 300_000 },
      refunds: [{ status: "failed" }, { status: "completed" }],
      asked: [],
    });
  });

  it("while an administrator's refund is under way it waits, and the rest goes when that is known", async () => {
    const { payment } = await aLateSuccess(db);
    gateway.answersRefunds((_, response) => response.destroy());
    await giveBackOf(await somebody(db, { role: "admin" }), payment, "1000", 5);
    gateway.saysOfRefunds("000");
    expect(await reconcileAfter(db, 6)).toMatchObject({ errors: 0 });
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    gateway.says({ pp_ResponseCode: "000", pp_PaymentResponseCode: "131", pp_Status: "Completed" });
    await reconcileAfter(db, 15);
    expect(gateway.refunds(payment.transaction_id).map(({ fields }) => fields.pp_Amount)).toEqual(["100000", "200000"]);
    expect(await moneyOf(db, payment)).toMatchObject({ payment: { status: "refunded" }, asked: [] });
  });
});
