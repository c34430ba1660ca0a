import { type Payment, type Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { World } from "@/e2e/model/world";

const TAKEN = ["completed", "partially_refunded", "refunded"];
export const isTaken = ({ status }: Payment): boolean => TAKEN.includes(status);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What must hold after whatever happened, several things at once included. */
export function expectAlways(world: World, before: Sight, after: Sight): void {
  must(world.gateway.faults.length === 0, `The shop did what it must not: ${world.gateway.faults.join("; ")}.`);
  expectNothingTurnedBack(before, after);
  for (const payment of after.payments) expectTruth(world, after, payment);
  expectStock(world, after);
}

/** Money that came has come, money that went has gone, and what is final stays. */
function expectNothingTurnedBack(before: Sight, after: Sight): void {
  for (const was of before.payments) {
    const is = after.payments.find(({ id }) => id === was.id);
    must(is !== undefined, `Payment ${was.id} is gone.`);
    if (isTaken(was)) {
      must(isTaken(is), `Payment ${was.id} was taken and is ${is.status}.`);
      must(is.completedAt?.getTime() === was.completedAt?.getTime(), `Payment ${was.id} was completed twice.`);
      must(is.isSurplus === was.isSurplus, `Payment ${was.id} changed sides between order and surplus.`);
      must(is.acceptedPaisa === was.acceptedPaisa, `The amount of payment ${was.id} was accepted after it was taken.`);
    }
    must(is.refundedPaisa >= was.refundedPaisa, `Less of payment ${was.id} is given back than before.`);
    must(is.amountPaisa === was.amountPaisa, `Payment ${was.id} asks for another amount than before.`);
  }
  for (const was of before.orders) {
    const is = after.orders.find(({ id }) => id === was.id);
    must(is !== undefined, `Order ${was.id} is gone.`);
    must(was.paidPaisa === 0 || is.paidPaisa === was.paidPaisa, `Order ${was.id} was paid another sum before.`);
    must(is.refundedPaisa >= was.refundedPaisa, `Less of order ${was.id} is given back than before.`);
    must(was.status !== "delivered" || is.status === "delivered", `Order ${was.id} was delivered and is ${is.status}.`);
  }
  for (const was of before.refunds) {
    const is = after.refunds.find(({ id }) => id === was.id);
    must(was.status === "processing" || is?.status === was.status, `Refund ${was.id} was ${was.status} and is not.`);
  }
  const moved = new Set(after.movements.map(({ id }) => id));
  must(
    before.movements.every(({ id }) => moved.has(id)),
    "A movement of money is gone.",
  );
}

/** The shop never says of the gateway what the gateway did not do, and never asks twice. */
function expectTruth({ gateway }: World, { movements, refunds }: Sight, payment: Payment): void {
  if (payment.paymentMethod === "cash_on_delivery") return;
  const truth = gateway.truthOf(payment.transactionId);
  truth.isKnown ||= payment.gatewayReference === truth.reference;
  const own = movements.filter(({ paymentId }) => paymentId === payment.id);
  const came = sum(own.filter(({ fromAccount }) => fromAccount === "customer").map(({ amountPaisa }) => amountPaisa));
  const went = sum(own.filter(({ toAccount }) => toAccount === "customer").map(({ amountPaisa }) => amountPaisa));
  const { taken } = truth;
  must(came === 0 || taken !== null, `Payment ${payment.id} moved ${came}, and the gateway took nothing.`);
  const isBelieved = taken?.amount !== truth.asked && came === truth.asked; // a message that names no amount
  must(came === 0 || came === taken?.amount || isBelieved, `Payment ${payment.id} moved ${came} of ${taken?.amount}.`);

  const sent = refunds.filter(({ paymentId, way }) => paymentId === payment.id && way !== "by_hand");
  const calls = gateway.refundCalls.filter(({ transactionId }) => transactionId === payment.transactionId);
  must(calls.length === sent.length, `Of payment ${payment.id} ${sent.length} refunds made ${calls.length} calls.`);
  const byHand = sum(
    refunds.filter(({ paymentId, way }) => paymentId === payment.id && way === "by_hand").map((one) => one.amountPaisa),
  );
  const wentTruly = truth.givenBack + byHand;
  must(
    went <= wentTruly || truth.isReversed,
    `Of payment ${payment.id} ${went} went back by the books, ${wentTruly} truly.`,
  );
  const isTwice = wentTruly > Math.max(taken?.amount ?? 0, came) && !truth.isReversed;
  must(!isTwice, `Payment ${payment.id} was given back twice.`);
}

/** Pieces are on the shelf, in an order that stands, or lost with a parcel. */
function expectStock({ goods, lost }: World, { orders, items, products }: Sight): void {
  const standing = new Set(orders.filter(({ status }) => status !== "cancelled").map(({ id }) => id));
  for (const { id, stock } of goods) {
    const sold = sum(
      items.filter((item) => item.productId === id && standing.has(item.orderId)).map(({ quantity }) => quantity),
    );
    const left = stock - sold - (lost.get(id) ?? 0);
    const product = products.find((one) => one.id === id);
    must(product?.stock === left, `Of product ${id} there are ${product?.stock}, and ${left} by the orders.`);
    must(product.sold === sold, `Of product ${id} ${product.sold} count as sold, and ${sold} are.`);
  }
}
