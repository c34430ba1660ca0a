import { openReviews, type Payment, type Review, type Sight } from "@/e2e/model/look";
import { pick } from "@/e2e/model/pick";
import { refusalOf } from "@/e2e/model/refusal-of";
import type { SingleStep } from "@/e2e/model/step";
import type { Done } from "@/e2e/model/take-buyer-step";
import { as, asShop, type World } from "@/e2e/model/world";
import { expireItems } from "@/lib/cart/expire-items";
import type { OrderState } from "@/lib/orders/model";
import { updateOrderStatus } from "@/lib/orders/update-order-status";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { recordCash } from "@/lib/payments/record-cash";
import { refundPayment } from "@/lib/refunds/refund-payment";
import { REVIEW_ACTIONS, type ReviewAction } from "@/lib/reviews/model";
import { resolveReview } from "@/lib/reviews/resolve-review";
import { formatAmount, paisa } from "@/lib/shared/money";

type StaffStep = Extract<
  SingleStep,
  { do: "record cash" | "refund" | "review" | "move on" | "expire carts" | "reconcile" }
>;

const NEXT: Partial<Record<OrderState, OrderState>> = {
  confirmed: "in_progress",
  in_progress: "shipped",
  shipped: "delivered",
};

/** A step of the shop's own people, or of its clockwork; null where there is nothing to do it to. */
export async function takeStaffStep(world: World, sight: Sight, step: StaffStep, lateMs: number): Promise<Done | null> {
  const { gateway } = world;
  switch (step.do) {
    case "record cash": {
      const payment = pick(sight.payments, step.attempt);
      if (!payment) return null;
      const refused = await refusalOf(recordCash(as(world, world.staff, lateMs), { paymentId: payment.id }));
      return { refused, paymentId: payment.id };
    }
    case "refund": {
      const payment = pick(sight.payments, step.attempt);
      if (!payment) return null;
      gateway.moods.refund.set(payment.transactionId, step.refund);
      const amount = amountOf(payment, step.part);
      const wish = { paymentId: payment.id, reason: "The buyer asked", ...(amount && { amount }) };
      return { refused: await refusalOf(refundPayment(as(world, world.admin, lateMs), wish)), paymentId: payment.id };
    }
    case "review": {
      const item = pick(openReviews(sight), step.item);
      if (!item) return null;
      const wish = pick(REVIEW_ACTIONS[item.kind], step.action);
      const action = wish && truthfulAction(world, sight, item, wish);
      if (!action) return null;
      const input = { reviewId: item.id, action, resolution: "Looked at it" };
      const refused = await refusalOf(resolveReview(as(world, world[step.by], lateMs), input));
      if (refused === null && action === "not_paid") denied(world, sight, item);
      return { refused, itemId: item.id, paymentId: item.paymentId ?? undefined, code: action };
    }
    case "move on": {
      const order = pick(sight.orders, step.order);
      if (!order) return null;
      const status = step.isWrong ? "delivered" : (NEXT[order.status] ?? "in_progress");
      const wish = { orderId: order.id, status, notes: "" };
      return { refused: await refusalOf(updateOrderStatus(as(world, world.staff, lateMs), wish)), orderId: order.id };
    }
    case "expire carts":
      await expireItems(asShop(world, "expire-carts", lateMs));
      return { refused: null };
    case "reconcile": {
      gateway.moods.inquiry.clear();
      gateway.moods.inquiry.set("all", step.inquiry);
      gateway.moods.refund.clear();
      gateway.moods.refund.set("all", step.refund);
      await reconcilePayments(asShop(world, "reconcile", lateMs));
      world.reconciledAt = world.clock.now;
      return { refused: null };
    }
  }
}

function amountOf({ amountPaisa, acceptedPaisa, refundedPaisa }: Payment, part: "all" | "half" | "paisa" | "too much") {
  const taken = acceptedPaisa ?? amountPaisa;
  if (part === "all") return undefined;
  const wish = { half: Math.ceil(taken / 2), paisa: 1, "too much": taken - refundedPaisa + 1 }[part];
  return formatAmount(paisa(wish));
}

function denied({ gateway }: World, sight: Sight, { paymentId }: Review): void {
  const payment = sight.payments.find(({ id }) => id === paymentId);
  if (payment) gateway.truthOf(payment.transactionId).isDenied = true;
}

/** A person says of a refund, and of a payment, what the gateway's own books say; else nothing. */
export function truthfulAction(world: World, sight: Sight, item: Review, wish: ReviewAction): ReviewAction | null {
  const payment = sight.payments.find(({ id }) => id === item.paymentId);
  if (!payment || payment.paymentMethod === "cash_on_delivery") return wish;
  if (item.kind === "refund_unknown") return isRefundDone(world, sight, item) ? "given_back" : "not_given_back";
  if (wish === "not_paid") return world.gateway.truthOf(payment.transactionId).taken ? null : wish;
  return wish;
}

/** Whether the refund that an item names was done: the calls came in the order of the refunds. */
function isRefundDone({ gateway }: World, sight: Sight, item: Review): boolean {
  const sent = sight.refunds.filter(({ paymentId, way }) => paymentId === item.paymentId && way !== "by_hand");
  const at = sent.findIndex(({ id }) => id === item.facts.refund);
  const transactionId = sight.payments.find(({ id }) => id === item.paymentId)?.transactionId;
  return gateway.refundCalls.filter((call) => call.transactionId === transactionId)[at]?.isDone ?? false;
}
