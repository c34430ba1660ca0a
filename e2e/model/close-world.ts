import { expectAlways, isTaken } from "@/e2e/model/expect-always";
import { isHoldOver } from "@/e2e/model/expect-orders";
import { expectSettled, expectSettledOrNamed } from "@/e2e/model/expect-settled";
import { isLive } from "@/e2e/model/expect-payments";
import { look, openReviews, orderOf, type Payment, type Review, type Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import { noticeMessage } from "@/e2e/model/notice-message";
import { expectLedger, passTime } from "@/e2e/model/run-sequence";
import { answerHeldWallet } from "@/e2e/model/take-gateway-step";
import { truthfulAction } from "@/e2e/model/take-staff-step";
import type { Truth } from "@/e2e/model/truth";
import { as, asShop, type World } from "@/e2e/model/world";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { REVIEW_ACTIONS, type ReviewAction } from "@/lib/reviews/model";
import { resolveReview } from "@/lib/reviews/resolve-review";

const ROUND_MINUTES = 361; // more than the longest distance between two inquiries
const MOST_ROUNDS = 16;
const MOST_LOOKS = 6;

/**
 * The gateway becomes honest and time goes on until nothing is due: then everything is settled or named. Then people
 * deal with what is named, truthfully: then everything is settled.
 */
export async function closeWorld(world: World): Promise<void> {
  while (world.gateway.held.length > 0) await answerHeldWallet(world, 0, { isCharged: false, answer: "clear" });
  world.gateway.becomeHonest();
  await tellWhatWasDenied(world);
  await reconcileUntilQuiet(world);
  const named = await look(world);
  for (const payment of named.payments) expectSettledOrNamed(world, named, payment);

  for (let looks = 0; openReviews(await look(world)).length > 0; looks++) {
    must(looks < MOST_LOOKS, `People cannot come to an end with ${await toldReviews(world)}.`);
    await dealWithReviews(world);
    await reconcileUntilQuiet(world);
  }
  const settled = await look(world);
  for (const payment of settled.payments) expectSettled(world, settled, payment);
  await expectLedger(world);
}

/**
 * Where the gateway had told that nothing was paid, the shop may rest: an honest one tells what it took all the same, and
 * what it reversed by itself.
 */
async function tellWhatWasDenied(world: World): Promise<void> {
  const sight = await look(world);
  const isDisputed = ({ id }: Payment): boolean =>
    openReviews(sight).some(({ paymentId, kind }) => paymentId === id && kind === "amount_differs");
  for (const payment of sight.payments) {
    const truth = world.gateway.truths.get(payment.transactionId);
    if (!truth?.taken) continue;
    if (!isTaken(payment) && payment.endedAt !== null && !isDisputed(payment)) {
      must(truth.isDenied, `Payment ${payment.id} is asked about no more, and nobody said that it was not paid.`);
      await tell(world, truth, "121");
    }
    if (truth.isReversed) await tell(world, truth, "122");
  }
}

async function tell({ db, clock }: World, truth: Truth, code: string): Promise<void> {
  const wish = { shape: "ipn", code, flaw: null, hasReference: true, discount: "" } as const;
  const { message } = noticeMessage(truth, wish, null);
  await receiveNotice({ db, now: clock.now, actor: { kind: "gateway" } }, message, "callback");
}

async function reconcileUntilQuiet(world: World): Promise<void> {
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const before = await look(world);
    passTime(world, ROUND_MINUTES);
    await reconcilePayments(asShop(world, "reconcile"));
    world.reconciledAt = world.clock.now;
    world.gateway.takeNews();
    const after = await look(world);
    expectAlways(world, before, after);
    if (isQuiet(world, after)) return;
  }
  must(false, `After ${MOST_ROUNDS} rounds with an honest gateway something is still under way.`);
}

/** Nothing is due any more, or what is has been given to a person. */
function isQuiet({ clock }: World, sight: Sight): boolean {
  const { payments, refunds, orders } = sight;
  const isNamed = (id: number): boolean => openReviews(sight).some(({ paymentId }) => paymentId === id);
  const isBusy = (payment: Payment): boolean => {
    if (payment.paymentMethod === "cash_on_delivery") return false;
    const isOpen = payment.endedAt === null || isLive(payment);
    const isUnconfirmed = payment.completedAt !== null && payment.confirmedAt === null;
    const isOwed = payment.giveBackWantedAt !== null; // until it is known how a refund under way ended
    return isUnconfirmed || ((isOwed || isOpen) && !isNamed(payment.id));
  };
  const isUnknown = refunds.some(({ status, paymentId }) => status === "processing" && !isNamed(paymentId));
  const isHeld = orders.some(
    (order) => order.status === "pending" && order.paymentStatus === "unpaid" && !isHoldOver(sight, order, clock.now),
  );
  return !payments.some(isBusy) && !isUnknown && !isHeld;
}

async function dealWithReviews(world: World): Promise<void> {
  for (const item of openReviews(await look(world))) {
    const sight = await look(world);
    if (openReviews(sight).some(({ id }) => id === item.id)) await dealWith(world, sight, item);
  }
}

async function dealWith(world: World, sight: Sight, item: Review): Promise<void> {
  const action = truthfulAction(world, sight, item, wishOf(sight, item));
  if (!action) return; // nothing true can be done about it until another item is dealt with
  const input = { reviewId: item.id, action, resolution: "Looked it up with JazzCash" };
  await resolveReview(as(world, world.admin), input);
  expectAlways(world, sight, await look(world));
}

/** Of what may be done now this, now that; what is owed is sent again, and given back by hand where that fails too. */
function wishOf(sight: Sight, { id, kind, paymentId }: Review): ReviewAction {
  const actions = REVIEW_ACTIONS[kind];
  if (kind !== "give_back_stuck") return actions[id % actions.length] ?? "close";
  const payment = sight.payments.find((one) => one.id === paymentId);
  const order = payment && orderOf(sight, payment);
  const isOwed = payment?.isSurplus || order?.status === "cancelled";
  if (!isOwed) return id % 2 === 0 ? "close" : "given_back";
  const wasTried = sight.reviews.some((one) => one.kind === kind && one.paymentId === paymentId && one.id < id);
  return wasTried ? "given_back" : "try_again";
}

const toldReviews = async (world: World): Promise<string> =>
  openReviews(await look(world))
    .map(({ kind, paymentId }) => `${kind} of payment ${paymentId}`)
    .join(", ");
