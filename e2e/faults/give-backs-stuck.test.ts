import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { expectProof } from "@/db/test-proof";
import { COMPLETED, lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { giveBackOf, leaveTheRest, moneyOf, openItemOf, reconcileAfter } from "@/e2e/faults/money-back";
import { aLateSuccess, expectSentBack } from "@/e2e/faults/owed-money";
import { env } from "@/lib/env";
import { resolveReview } from "@/lib/reviews/resolve-review";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const CARD = { pp_TxnType: "MIGS" };

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

describe("what cannot be sent back", () => {
  it("refused: it waits for a person and is not tried again by itself; tried again by one, it settles all", async () => {
    const { payment } = await aLateSuccess(db);
    gateway.saysOfRefunds("453");
    for (const minutes of [6, 7, 100, 1500]) await reconcileAfter(db, minutes);
    expect(gateway.refunds(payment.transaction_id)).toHaveLength(1);
    const stuck = await moneyOf(db, payment);
    expect(stuck).toMatchObject({
      payment: { status: "completed", refundedPaisa: 0, giveBackWantedAt: null },
      order: { status: "cancelled", paymentStatus: "paid" },
      refunds: [{ status: "failed", gatewayCode: "453" }],
      back: [],
    });
    expect(stuck.asked.toSorted()).toEqual(["give_back_stuck", "late_success"]);
    const admin = await somebody(db, { role: "admin" });
    const item = await openItemOf(db, payment, "give_back_stuck");
    await resolveReview(admin, { reviewId: item, action: "try_again", resolution: "The balance was filled up." });
    gateway.saysOfRefunds("000");
    await reconcileAfter(db, 1501);
    expect(await moneyOf(db, payment)).toMatchObject({
      payment: { status: "refunded" },
      refunds: [{ status: "failed" }, { status: "completed" }],
      asked: [],
    });
  });

  it("not known by which way it came: a person is asked, and nothing is sent", async () => {
    const { payment } = await aLateSuccess(db, { pp_TxnType: "" });
    for (const minutes of [6, 7]) await reconcileAfter(db, minutes);
    const money = await moneyOf(db, payment);
    expect(money).toMatchObject({ payment: { giveBackWantedAt: null }, refunds: [] });
    expect(money.asked.toSorted()).toEqual(["give_back_stuck", "late_success"]);
    expect(gateway.refunds()).toEqual([]);
  });

  it("without the merchant's MPIN: a wallet waits for a person, a card goes back all the same", async () => {
    const { jazzcash: config } = env();
    const mpin = config.merchantMpin;
    const wallet = await aLateSuccess(db);
    const card = await aLateSuccess(db, CARD);
    try {
      config.merchantMpin = null;
      await expect(giveBackOf(await somebody(db, { role: "admin" }), wallet.payment)).rejects.toMatchObject({
        code: "not_configured",
      });
      await reconcileAfter(db, 6);
    } finally {
      config.merchantMpin = mpin;
    }
    await expectSentBack(db, card.payment);
    const money = await moneyOf(db, wallet.payment);
    expect(money).toMatchObject({ refunds: [], payment: { status: "completed" } });
    expect(money.asked.toSorted()).toEqual(["give_back_stuck", "late_success"]);
    expect(gateway.refunds(wallet.payment.transaction_id)).toEqual([]);
  });

  it("one that breaks off keeps no other back, and is tried by the next run", async () => {
    const [bad, good] = [await aLateSuccess(db), await aLateSuccess(db)];
    const id = sql.raw(String(bad.payment.payment_id));
    await db.execute(sql`alter table refunds add constraint out_of_order check (payment_id <> ${id})`);
    const log = vi.spyOn(console, "error").mockReturnValue();
    expect(await reconcileAfter(db, 6)).toMatchObject({ errors: 1 });
    log.mockRestore();
    await db.execute(sql`alter table refunds drop constraint out_of_order`);
    await expectSentBack(db, good.payment);
    expect(gateway.refunds(bad.payment.transaction_id)).toEqual([]);
    await reconcileAfter(db, 7);
    await expectSentBack(db, bad.payment);
  });
});
