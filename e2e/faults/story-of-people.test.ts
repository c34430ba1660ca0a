import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { orders } from "@/db/schema/orders";
import { users } from "@/db/schema/users";
import { testDatabase } from "@/db/test-database";
import { expectProof } from "@/db/test-proof";
import { anAttempt, anOrder, gateway as jazzcash, later, laterOn, NOON, somebody } from "@/db/test-fixtures";
import { returned } from "@/db/test-notices";
import { lyingGateway } from "@/e2e/faults/lying-gateway";
import { giveBackOf, openItemOf } from "@/e2e/faults/money-back";
import { payOrder } from "@/e2e/faults/pay-order";
import { toldStory } from "@/e2e/faults/told-story";
import { cancelOrder } from "@/lib/orders/cancel-order";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { recordCash } from "@/lib/payments/record-cash";
import { resolveReview } from "@/lib/reviews/resolve-review";

const { db } = testDatabase();
afterAll(() => expectProof(db));
const gateway = await lyingGateway();

const told = (payment: { transaction_id: string }, minutes: number) => toldStory(db, payment, minutes);
const at = (minutes: number) => jazzcash(db, later(NOON, minutes));

test("a payment of another amount, which a person accepts, and then gives back in part", async () => {
  const admin = await somebody(db, { role: "admin" });
  const { payment } = await anAttempt(await somebody(db));
  await receiveNotice(at(1), returned(payment, { pp_DiscountedAmount: "290000" }), "return");
  expect((await told(payment, 2)).slice(3)).toEqual([
    "1: That is not the amount that was asked for, so nothing was settled: a person decides.",
    "1: A person was asked to look: another amount was paid than was asked for.",
    "2: One question about it waits for a person.",
    "2: Now: it is not settled. A person accepts the amount or gives it back.",
  ]);
  const reviewId = await openItemOf(db, payment, "amount_differs");
  await resolveReview(laterOn(admin, 3), { reviewId, action: "accept", resolution: "Our own discount." });
  gateway.saysOfRefunds("451", { pp_ResponseMessage: "Not twice" });
  await giveBackOf(admin, payment, "100", 4).catch(() => null);
  expect((await told(payment, 5)).slice(5)).toEqual([
    "3: A person accepted the Rs 2,900 that were paid: the payment is complete.",
    "3: Rs 2,900 moved from the customer to JazzCash.",
    "3: Order ORDER was confirmed, by PERSON.",
    "3: PERSON closed the question about the amount: “Our own discount”.",
    "4: PERSON began to give Rs 100 back to the card: “It came broken”.",
    "4: JazzCash was told to give Rs 100 back. It is told once and never again by itself.",
    "4: JazzCash answered the refund request: 451 “Not twice”.",
    "4: The refund of Rs 100 was not made; that money is still here.",
    "5: Now: it is complete. JazzCash is asked once more, to confirm it, after today, 1:03 pm.",
  ]);
  gateway.answersRefunds((_, response) => response.writeHead(503).end());
  await giveBackOf(admin, payment, "200", 6);
  expect((await told(payment, 7)).slice(-2)).toEqual([
    "6: Whether the money went back is not known. The refund stays under way, and JazzCash is asked.",
    "7: Now: a refund of Rs 200 is under way. JazzCash is asked about it after today, 12:16 pm.",
  ]);
});

test("from the form to cash, which is recorded and handed back", async () => {
  const ctx = await somebody(db);
  const admin = await somebody(db, { role: "admin" });
  const { payment, order } = await anAttempt(ctx);
  const cash = await payOrder(ctx, order.id, "cash_on_delivery", 1);
  expect((await told(payment, 2)).slice(2)).toEqual([
    "1: The customer chose another way to pay, so the shop closed this attempt.",
    "1: Order ORDER was confirmed, by the customer.",
    "2: Now: it is closed, but it could still have been paid. JazzCash is asked again after today, 12:10 pm.",
  ]);
  const begun = [
    "1: For order ORDER cash on delivery was chosen: Rs 3,000.",
    "1: Order ORDER was confirmed, by the customer.",
  ];
  expect(await told(cash, 3)).toEqual([
    ...begun,
    "3: Now: the cash is expected. Staff or the courier’s file record it.",
  ]);
  await recordCash(laterOn(admin, 4), { paymentId: cash.payment_id });
  await giveBackOf(admin, cash, "1000", 5);
  const lines = await told(cash, 6);
  expect(lines.slice(2)).toEqual([
    "4: PERSON recorded that the cash was received: the payment is complete.",
    "4: The customer paid Rs 3,000 in cash.",
    "5: PERSON began to give Rs 1,000 back in cash: “It came broken”.",
    "5: Rs 1,000 in cash went back to the customer.",
    "5: Rs 1,000 are back with the customer: the refund is complete.",
    "6: Now: it is complete, Rs 1,000 of Rs 3,000 were given back.",
  ]);
});

test("an attempt tells nothing of what befell its order before, and the guest of then is the customer of now", async () => {
  const ctx = await somebody(db);
  const now = NOON;
  const [guest] = await db
    .insert(users)
    .values({ name: "Guest", isGuest: true, createdAt: now, updatedAt: now })
    .returning({ id: users.id });
  const asGuest = { ...ctx, actor: { ...ctx.actor, userId: guest?.id ?? 0, isGuest: true } };
  const { order } = await anAttempt(asGuest, "cash_on_delivery");
  const payment = await payOrder(asGuest, order.id, "jazzcash", 1);
  await cancelOrder(laterOn(asGuest, 2), { orderId: order.id, reason: "", returned: false, restock: false });
  await db.update(orders).set({ userId: ctx.actor.userId }).where(eq(orders.id, order.id));
  expect((await told(payment, 3)).slice(2, -1)).toEqual([
    "1: Order ORDER waited for payment again, by the customer.",
    "2: The order was cancelled, so the shop closed this attempt.",
    "2: Order ORDER was cancelled, by the customer.",
  ]);
});

test("the wallet, which says nothing clear", async () => {
  const ctx = await somebody(db);
  const { order } = await anOrder(ctx);
  gateway.walletSays("157");
  const minutes = (Date.now() - NOON.getTime()) / 60_000; // the wallet's answer comes by the true clock
  const payment = await payOrder(ctx, order.id, "jazzcash_wallet", minutes);
  const lines = await told(payment, minutes + 1);
  expect(lines.map((line) => line.replace(/^[\d.]+: /, ""))).toEqual([
    "A payment of Rs 3,000 for order ORDER was opened, to be taken from a JazzCash wallet.",
    "JazzCash was asked to take Rs 3,000 from the wallet; the customer confirms it with the MPIN.",
    "JazzCash answered the wallet request: 157 “Said by the wallet”.",
    "That does not say whether it was paid. JazzCash is asked until it is known.",
    expect.stringMatching(
      /^Now: it is being checked\. JazzCash is asked again after (today|tomorrow), \d+:\d\d [ap]m\.$/,
    ),
  ]);
});
