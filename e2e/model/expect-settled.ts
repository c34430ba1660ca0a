import { isTaken } from "@/e2e/model/expect-always";
import { isLive } from "@/e2e/model/expect-payments";
import { openReviews, type Payment, type Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { World } from "@/e2e/model/world";

/** Every rupee that was taken is on one order, given back, or named; every unknown is named. */
export function expectSettledOrNamed(world: World, sight: Sight, payment: Payment): void {
  if (payment.paymentMethod === "cash_on_delivery") return;
  const isNamed = openReviews(sight).some(({ paymentId }) => paymentId === payment.id);
  const truth = world.gateway.truthOf(payment.transactionId);
  must(isNamed || !isLive(payment), `Payment ${payment.id} is ${payment.status} for good, and nobody is asked.`);
  const isRefunding = sight.refunds.some((one) => one.paymentId === payment.id && one.status === "processing");
  must(isNamed || !isRefunding, `A refund of payment ${payment.id} is unknown for good, and nobody is asked.`);
  if (truth.taken) must(isNamed || isAccountedFor(sight, payment), notAccounted(payment, truth.taken.amount));
}

const notAccounted = ({ id, status }: Payment, amount: number): string =>
  `${amount} of payment ${id} (${status}) is on no order, not given back, and not named.`;

/** It counts for an order that stands and says so, or all of it went back. */
function isAccountedFor(sight: Sight, payment: Payment): boolean {
  if (!isTaken(payment)) return false;
  if (payment.status === "refunded") return true;
  const order = sight.orders.find(({ id }) => id === payment.orderId);
  const taken = payment.acceptedPaisa ?? payment.amountPaisa;
  return !payment.isSurplus && order !== undefined && order.status !== "cancelled" && order.paidPaisa === taken;
}

/** After people have looked at everything there is no other way than on an order, or back. */
export function expectSettled(world: World, sight: Sight, payment: Payment): void {
  if (payment.paymentMethod === "cash_on_delivery") return;
  const truth = world.gateway.truthOf(payment.transactionId);
  must(!isLive(payment), `Payment ${payment.id} is still ${payment.status} after people dealt with it.`);
  if (!truth.taken) return must(!isTaken(payment), `Payment ${payment.id} was never paid, and is ${payment.status}.`);
  must(isAccountedFor(sight, payment), notAccounted(payment, truth.taken.amount));
  const own = sight.refunds.filter(({ paymentId, status }) => paymentId === payment.id && status === "completed");
  const byHand = own.filter(({ way }) => way === "by_hand").reduce((sum, { amountPaisa }) => sum + amountPaisa, 0);
  const wasAsked = sight.reviews.some(({ paymentId }) => paymentId === payment.id);
  const went = truth.givenBack + byHand;
  const isByItsWord = own.some(({ gatewayCode }) => gatewayCode === "122"); // all went back, and a part was asked for
  must(
    payment.refundedPaisa === went || (truth.isReversed && (wasAsked || isByItsWord)),
    `Of payment ${payment.id} ${went} went back, not ${payment.refundedPaisa}.`,
  );
  const taken = payment.acceptedPaisa ?? payment.amountPaisa;
  must(taken === truth.taken.amount || wasAsked, `Nobody was told that payment ${payment.id} is of another amount.`);
}
