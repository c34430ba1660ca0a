import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { payments, refunds } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, laterOn, somebody } from "@/db/test-fixtures";
import { notified, storyOf } from "@/db/test-notices";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { lockPayment } from "@/lib/payments/lock-payment";
import { openRefund } from "@/lib/refunds/open-refund";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { REVIEW_ACTIONS, type ReviewKind } from "@/lib/reviews/model";
import { openReview } from "@/lib/reviews/open-review";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { type Attempt, decided, discounted, openItem } from "@/lib/reviews/test-reviews";
import { actorName } from "@/lib/shared/context";

const { inTransaction } = testDatabase();

/** A refund written down of a paid order, its outcome not known. */
async function refunding(tx: Database, by: string) {
  const attempt = await anAttempt(await somebody(tx));
  await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
  const payment = await lockPayment(tx, attempt.payment.transaction_id);
  if (!payment) throw new Error("no such payment");
  const wish = { amount: null, reason: "broken", way: "wallet", by, mayRepeat: true } as const;
  await openRefund(tx, payment, wish, gateway(tx).now);
  await openReview(tx, payment.id, "refund_unknown", {}, gateway(tx).now);
  return attempt;
}

const refundOf = async (tx: Database, { payment }: Attempt) =>
  (await tx.select().from(refunds).where(eq(refunds.paymentId, payment.payment_id))).map(({ status, way }) => [
    way,
    status,
  ]);

describe("money on its way back", () => {
  it(
    "a refund of unknown outcome that a person found done is done, once",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const attempt = await refunding(tx, "user:1");
      const view = await decided(admin, attempt, "refund_unknown", "given_back");
      expect(view).toMatchObject({ closed_by: actorName(admin.actor), resolution: "Looked at in the portal." });
      expect(await refundOf(tx, attempt)).toEqual([["wallet", "completed"]]);
      expect((await storyOf(tx, attempt.payment)).order).toMatchObject({ paymentStatus: "refunded" });
    }),
  );

  it(
    "one that a person found undone has failed; money that the shop owes is then stuck, and not forgotten",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      for (const [by, left] of [
        ["user:1", ["refund_unknown"]],
        ["system:reconcile", ["refund_unknown", "give_back_stuck"]],
      ] as const) {
        const attempt = await refunding(tx, by);
        await decided(admin, attempt, "refund_unknown", "not_given_back");
        expect(await refundOf(tx, attempt)).toEqual([["wallet", "failed"]]);
        expect(await storyOf(tx, attempt.payment)).toMatchObject({ reviews: left, order: { paymentStatus: "paid" } });
      }
    }),
  );

  it(
    "what is owed and stuck is put on the list again, or written down as given back by hand; words alone do not close it",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const buyer = await somebody(tx);
      const attempt = await anAttempt(buyer);
      await cancelOrder(buyer, { orderId: attempt.order.id, reason: "", returned: false, restock: false });
      await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
      await tx.update(payments).set({ giveBackWantedAt: null }).where(eq(payments.id, attempt.payment.payment_id));
      await openReview(tx, attempt.payment.payment_id, "give_back_stuck", { amount: 300_000 }, admin.now);
      await expect(decided(admin, attempt, "give_back_stuck", "close")).rejects.toMatchObject({ code: "conflict" });
      await decided(admin, attempt, "give_back_stuck", "try_again");
      expect((await storyOf(tx, attempt.payment)).payment.giveBackWantedAt).toEqual(admin.now);
      await openReview(tx, attempt.payment.payment_id, "give_back_stuck", { amount: 300_000 }, admin.now);
      await decided(admin, attempt, "give_back_stuck", "given_back");
      expect(await refundOf(tx, attempt)).toEqual([["by_hand", "completed"]]);
      expect((await storyOf(tx, attempt.payment)).order).toMatchObject({ paymentStatus: "refunded" });
    }),
  );

  it(
    "a part that could not be sent back of an order that stands is given back by hand as that part, and no more",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const attempt = await anAttempt(await somebody(tx));
      await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
      const stuck = () => openReview(tx, attempt.payment.payment_id, "give_back_stuck", { amount: 40_000 }, admin.now);
      await stuck();
      const again = decided(admin, attempt, "give_back_stuck", "try_again");
      await expect(again).rejects.toMatchObject({ code: "not_refundable" });
      await decided(admin, attempt, "give_back_stuck", "given_back");
      expect((await storyOf(tx, attempt.payment)).order).toMatchObject({ refundedPaisa: 40_000 });
      await stuck();
      await decided(admin, attempt, "give_back_stuck", "close");
      expect((await storyOf(tx, attempt.payment)).order).toMatchObject({ refundedPaisa: 40_000 });
    }),
  );
});

it(
  "an attempt that was never paid, as a person has seen, ends; a success wins all the same",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const attempt = await anAttempt(await somebody(tx));
    await openReview(tx, attempt.payment.payment_id, "payment_unknown", {}, admin.now);
    await decided(admin, attempt, "payment_unknown", "not_paid");
    expect((await storyOf(tx, attempt.payment)).payment).toMatchObject({ status: "expired", endedAt: admin.now });
    await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
    expect((await storyOf(tx, attempt.payment)).payment).toMatchObject({ status: "completed" });
  }),
);

describe("who may close what", () => {
  it(
    "staff close with words and say what was never paid; what decides about money is an administrator's",
    inTransaction(async (tx) => {
      const staff = await somebody(tx, { role: "staff" });
      const attempt = await anAttempt(await somebody(tx));
      for (const kind of Object.keys(REVIEW_ACTIONS) as ReviewKind[]) {
        await openReview(tx, attempt.payment.payment_id, kind, {}, staff.now);
        const [action = "close"] = REVIEW_ACTIONS[kind];
        const closing = decided(staff, attempt, kind, action);
        if (action === "close" || action === "not_paid") {
          expect(await closing).toMatchObject({ closed_by: actorName(staff.actor), actions: [] });
        } else await expect(closing).rejects.toMatchObject({ code: "forbidden" });
        const isOther = kind !== "give_back_stuck" && action !== "close" && action !== "not_paid";
        if (isOther)
          await expect(decided(staff, attempt, kind, "close")).rejects.toMatchObject({ code: "invalid_input" });
      }
      const noted = await tx
        .select()
        .from(auditLog)
        .where(eq(auditLog.actor, actorName(staff.actor)));
      expect(new Set(noted.map(({ action }) => action))).toEqual(new Set(["review.close", "review.not_paid"]));
    }),
  );

  it(
    "what is closed is closed, and what is not there is not there",
    inTransaction(async (tx) => {
      const admin = await somebody(tx, { role: "admin" });
      const attempt = await discounted(tx);
      const { id } = await openItem(tx, attempt, "amount_differs");
      const input = { reviewId: id, action: "accept", resolution: "Seen." } as const;
      await resolveReview(admin, input);
      await expect(resolveReview(laterOn(admin, 1), input)).rejects.toMatchObject({ code: "review_item_closed" });
      await expect(resolveReview(admin, { ...input, reviewId: id + 1_000 })).rejects.toMatchObject({
        code: "review_item_not_found",
      });
    }),
  );
});
