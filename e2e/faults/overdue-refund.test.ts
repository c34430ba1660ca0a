import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { later, NOON, somebody } from "@/db/test-fixtures";
import { storyOf } from "@/db/test-notices";
import { lyingGateway, PATIENT } from "@/e2e/faults/lying-gateway";
import { aPaidOrder, giveBackOf } from "@/e2e/faults/money-back";
import { lockPayment } from "@/lib/payments/lock-payment";
import { openOverdueReviews } from "@/lib/reviews/open-overdue-reviews";
import { settleRefund } from "@/lib/reviews/settle-refund";

const { db } = testDatabase();
const gateway = await lyingGateway(PATIENT);
const NEXT_DAY = later(NOON, 26 * 60);

const lookForOverdue = () => openOverdueReviews({ db, now: NEXT_DAY, actor: { kind: "system", useCase: "reconcile" } });

/** A refund of which nobody knows for a day how it ended. */
async function anUnknownRefund() {
  gateway.answersRefunds((_, response) => response.destroy());
  const admin = await somebody(db, { role: "admin" });
  const { payment } = await aPaidOrder(db);
  expect(await giveBackOf(admin, payment)).toMatchObject({ status: "processing" });
  return { admin, payment };
}

test("a refund that was unknown for a day is given to a person, once", async () => {
  const { payment } = await anUnknownRefund();
  await lookForOverdue();
  await lookForOverdue();
  expect((await storyOf(db, payment)).reviews).toEqual(["refund_unknown"]);
});

test("nobody is asked about a refund whose end is being written down at that moment, and nobody waits for it", async () => {
  const { admin, payment } = await anUnknownRefund();
  await db.transaction(async (tx) => {
    const locked = await lockPayment(tx, payment.transaction_id);
    if (!locked) throw new Error("the payment went away");
    await settleRefund({ ...admin, db: tx, now: NEXT_DAY }, locked, false);
    await lookForOverdue();
  });
  expect((await storyOf(db, payment)).reviews).toEqual([]);
});
