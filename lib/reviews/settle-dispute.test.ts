import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { payments } from "@/db/schema/payments";
import { testDatabase } from "@/db/test-database";
import { anAttempt, gateway, somebody } from "@/db/test-fixtures";
import { notified, returned, storyOf } from "@/db/test-notices";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { decided, discounted, openItem } from "@/lib/reviews/test-reviews";
import { actorName } from "@/lib/shared/context";

const { db, inTransaction } = testDatabase();

it(
  "another amount that is accepted: the order is paid with what was really taken, by the person's name",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const attempt = await discounted(tx);
    await decided(admin, attempt, "amount_differs", "accept");
    const story = await storyOf(tx, attempt.payment);
    expect(story).toMatchObject({
      payment: { status: "completed", amountPaisa: 300_000, acceptedPaisa: 290_000, isSurplus: false },
      order: { status: "confirmed", paymentStatus: "paid", paidPaisa: 290_000 },
      lastActor: actorName(admin.actor),
    });
    expect(story.movements.map((movement) => movement.amountPaisa)).toEqual([290_000]);
    await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
    await receiveNotice(gateway(tx), returned(attempt.payment), "return");
    expect((await storyOf(tx, attempt.payment)).movements).toHaveLength(1);
  }),
);

it(
  "another amount that is given back: what was taken belongs to no order and is owed, and the order can still be paid",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const attempt = await discounted(tx);
    await decided(admin, attempt, "amount_differs", "give_back");
    expect(await storyOf(tx, attempt.payment)).toMatchObject({
      payment: { status: "completed", isSurplus: true, acceptedPaisa: 290_000, giveBackWantedAt: admin.now },
      order: { status: "pending", paymentStatus: "unpaid", paidPaisa: 0 },
      movements: [{ fromAccount: "customer", toAccount: "gateway", amountPaisa: 290_000 }],
    });
  }),
);

it(
  "another amount that is accepted after a person cancelled the order: it stays cancelled, and the money is owed",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const buyer = await somebody(tx);
    const attempt = await anAttempt(buyer);
    await cancelOrder(buyer, { orderId: attempt.order.id, reason: "", returned: false, restock: false });
    await receiveNotice(gateway(tx), returned(attempt.payment, { pp_DiscountedAmount: "290000" }), "return");
    await decided(admin, attempt, "amount_differs", "accept");
    expect(await storyOf(tx, attempt.payment)).toMatchObject({
      order: { status: "cancelled", paymentStatus: "paid", paidPaisa: 290_000 },
      payment: { giveBackWantedAt: admin.now },
      reviews: ["amount_differs", "late_success"],
    });
  }),
);

it(
  "another amount of a payment that was settled meanwhile is left or sent back whole",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    for (const [action, owed] of [
      ["accept", null],
      ["give_back", admin.now],
    ] as const) {
      const attempt = await anAttempt(await somebody(tx));
      await receiveNotice(gateway(tx), notified(attempt.payment), "callback");
      await receiveNotice(gateway(tx), returned(attempt.payment, { pp_DiscountedAmount: "290000" }), "return");
      await decided(admin, attempt, "amount_differs", action);
      expect(await storyOf(tx, attempt.payment)).toMatchObject({
        payment: { status: "completed", acceptedPaisa: null, giveBackWantedAt: owed },
        order: { paidPaisa: 300_000 },
      });
    }
  }),
);

it(
  "another amount that is nothing at all cannot be accepted",
  inTransaction(async (tx) => {
    const admin = await somebody(tx, { role: "admin" });
    const attempt = await anAttempt(await somebody(tx));
    await receiveNotice(gateway(tx), returned(attempt.payment, { pp_DiscountedAmount: "0" }), "return");
    await expect(decided(admin, attempt, "amount_differs", "accept")).rejects.toMatchObject({ code: "conflict" });
  }),
);

it("twenty administrators who accept at once settle it once", async () => {
  const attempt = await discounted(db);
  const { id } = await openItem(db, attempt, "amount_differs");
  const admins = await Promise.all(Array.from({ length: 20 }, () => somebody(db, { role: "admin" })));
  const closings = await Promise.allSettled(
    admins.map((admin, at) =>
      resolveReview(admin, { reviewId: id, action: at % 2 ? "accept" : "give_back", resolution: "Seen." }),
    ),
  );
  expect(closings.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await storyOf(db, attempt.payment)).movements).toHaveLength(1);
  await db.update(payments).set({ giveBackWantedAt: null }).where(eq(payments.id, attempt.payment.payment_id));
});
