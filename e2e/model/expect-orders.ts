import { isTaken } from "@/e2e/model/expect-always";
import { isLive } from "@/e2e/model/expect-payments";
import type { Order, Payment, Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { TakenStep } from "@/e2e/model/taken-step";
import { MINUTE_MS } from "@/e2e/model/world";

/** Each order stands where the contract puts it after this step. */
export function expectOrders(taken: TakenStep): void {
  const { before, after } = taken;
  for (const is of after.orders) {
    const was = before.orders.find(({ id }) => id === is.id);
    if (!was) continue; // what is placed is weighed by the answer
    const news = after.payments.filter(
      (payment) => payment.orderId === is.id && isTaken(payment) && !wasTaken(before, payment),
    );
    if (news.length === 0) expectUnpaidStep(taken, was, is);
    else if (news.length === 1 && news[0]) expectPaidStep(taken, was, is, news[0]);
    expectSums(is);
  }
}

const wasTaken = (before: Sight, { id }: Payment): boolean =>
  before.payments.some((payment) => payment.id === id && isTaken(payment));

/** One payment of the order was taken in this step: by the order's state it pays it, goes back, or is one too many. */
function expectPaidStep({ before, after, step, done }: TakenStep, was: Order, is: Order, payment: Payment): void {
  const isRefusedAmount = step.do === "review" && done.code === "give_back";
  if (was.paymentStatus !== "unpaid" || isRefusedAmount) {
    must(
      payment.isSurplus,
      `Payment ${payment.id} came for order ${is.id}, which was ${was.paymentStatus}, and counts.`,
    );
    must(is.paidPaisa === was.paidPaisa, `A surplus payment changed what order ${is.id} was paid.`);
    must(is.status === was.status, `A surplus payment moved order ${is.id} from ${was.status} to ${is.status}.`);
    return;
  }
  must(!payment.isSurplus, `Payment ${payment.id} of unpaid order ${is.id} counts as surplus.`);
  must(is.paidPaisa === (payment.acceptedPaisa ?? payment.amountPaisa), `Order ${is.id} was paid ${is.paidPaisa}.`);
  const expected = was.status === "pending" ? "confirmed" : was.status;
  if (was.status !== "cancelled") {
    must(is.status === expected, `Order ${is.id} was paid while ${was.status}, and is ${is.status}.`);
  } else if (was.cancelledBy !== "system:reconcile") {
    must(is.status === "cancelled", `Order ${is.id} was cancelled by a person, and is ${is.status}.`);
  } else if (step.do !== "reconcile") {
    const isToBeHad = before.items
      .filter(({ orderId }) => orderId === is.id)
      .every((item) => (before.products.find(({ id }) => id === item.productId)?.stock ?? 0) >= item.quantity);
    const state = isToBeHad ? "confirmed" : "cancelled";
    must(is.status === state, `Order ${is.id}, cancelled by the clock, was paid and is ${is.status}, not ${state}.`);
  }
  const isAsked = after.reviews.some(({ paymentId, kind }) => paymentId === payment.id && kind === "late_success");
  must(is.status !== "cancelled" || isAsked, `Nobody was told that order ${is.id} was paid after its end.`);
}

/** Nothing was taken: only those steps that are about the order itself move it. */
function expectUnpaidStep(taken: TakenStep, was: Order, is: Order): void {
  const { step, done, world, after } = taken;
  const isOnIt = done.orderId === is.id && done.refused === null;
  must(is.paidPaisa === was.paidPaisa, `Order ${is.id} was paid by nothing.`);
  if (step.do === "cancel" && isOnIt) return must(is.status === "cancelled", `Order ${is.id} was not cancelled.`);
  if (step.do === "move on" && isOnIt) return; // weighed by the answer
  if (step.do === "initiate" && isOnIt) {
    const isCash = after.payments.some(
      (payment) => payment.orderId === is.id && isLive(payment) && payment.paymentMethod === "cash_on_delivery",
    );
    const expected = isCash ? (was.status === "pending" ? "confirmed" : was.status) : "pending";
    return must(is.status === expected, `Order ${is.id} was ${was.status} and is ${is.status}, not ${expected}.`);
  }
  if (step.do === "reconcile" && was.status === "pending") {
    const isOver = isHoldOver(after, is, world.clock.now);
    const expected = isOver ? "cancelled" : "pending";
    must(is.status === expected, `Order ${is.id} was to be ${expected} by the clock, and is ${is.status}.`);
    must(!isOver || is.cancelledBy === "system:reconcile", `Order ${is.id} was cancelled by ${is.cancelledBy}.`);
    return;
  }
  must(is.status === was.status, `Order ${is.id} went from ${was.status} to ${is.status} by "${step.do}".`);
}

const HOLD_MINUTES = 60;
const DAY_MINUTES = 24 * 60;

/** Whether an unpaid order has held its stock as long as it may. */
export function isHoldOver({ payments }: Sight, order: Order, now: Date): boolean {
  const own = payments.filter(({ orderId }) => orderId === order.id);
  const begins = Math.max(order.createdAt.getTime(), ...own.map(({ createdAt }) => createdAt.getTime()));
  const holdEnds = begins + HOLD_MINUTES * MINUTE_MS;
  const live = own.find(isLive);
  if (live?.paymentMethod === "cash_on_delivery") return false;
  if (!live) return holdEnds <= now.getTime();
  const voucherEnds = live.voucherNumber === null ? 0 : (live.expiresAt?.getTime() ?? 0);
  return Math.max(holdEnds, voucherEnds) + DAY_MINUTES * MINUTE_MS <= now.getTime();
}

function expectSums({ id, paymentStatus, paidPaisa, refundedPaisa }: Order): void {
  const left = refundedPaisa < paidPaisa ? "partially_refunded" : "refunded";
  const expected = paidPaisa === 0 ? "unpaid" : refundedPaisa === 0 ? "paid" : left;
  must(paymentStatus === expected, `Order ${id} got ${paidPaisa}, gave ${refundedPaisa}, and is ${paymentStatus}.`);
}
