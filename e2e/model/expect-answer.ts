import { isTaken } from "@/e2e/model/expect-always";
import { isLive } from "@/e2e/model/expect-payments";
import type { Order, Payment } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { TakenStep } from "@/e2e/model/taken-step";
import { MINUTE_MS } from "@/e2e/model/world";
import type { OrderState } from "@/lib/orders/model";
import type { ErrorCode } from "@/lib/shared/errors";

type Answer = ErrorCode | "done";

/** The answer to this step is one that the contract gives in this state; null: the step has no answer to weigh. */
export function expectAnswer(taken: TakenStep): void {
  const allowed = answersTo(taken);
  const answer: Answer = taken.done.refused ?? "done";
  must(
    !allowed || allowed.includes(answer),
    `"${taken.step.do}" was answered ${answer}, not ${allowed?.join(" or ")}.`,
  );
}

function answersTo(taken: TakenStep): Answer[] | null {
  const { before, step, done } = taken;
  const order = before.orders.find(({ id }) => id === done.orderId);
  const payment = before.payments.find(({ id }) => id === done.paymentId);
  switch (step.do) {
    case "add":
      return afterAdd(taken, step.buyer, step.goods, step.quantity);
    case "order":
      return afterOrder(taken, step.buyer);
    case "initiate":
      return order ? afterInitiate(taken, order) : null;
    case "cancel":
      return order ? afterCancel(taken, order) : null;
    case "move on":
      return order ? afterMove(taken, order) : null;
    case "verify":
      return payment ? afterVerify(taken, payment) : null;
    case "record cash":
      return payment ? afterCash(taken, payment) : null;
    case "refund":
      return payment ? afterRefund(taken, payment) : null;
    case "review":
      if (step.by === "staff" && done.code !== "close") return ["forbidden"];
      return done.code === "close"
        ? ["done", "conflict"]
        : ["done", "conflict", "not_refundable", "refund_in_progress"];
    default:
      return null;
  }
}

const DAY_MS = 24 * 60 * MINUTE_MS;

const liveLines = ({ world, before }: TakenStep, buyer: number) =>
  before.lines.filter(
    ({ userId, createdAt }) =>
      userId === world.buyers[buyer % 2]?.userId && createdAt.getTime() + DAY_MS > world.clock.now.getTime(),
  );

const stockOf = ({ before }: TakenStep, productId: number): number =>
  before.products.find(({ id }) => id === productId)?.stock ?? 0;

function afterAdd(taken: TakenStep, buyer: number, goods: number, quantity: number): Answer[] {
  const { id = 0 } = taken.world.goods[goods % taken.world.goods.length] ?? {};
  const there = liveLines(taken, buyer).find(({ productId }) => productId === id)?.quantity ?? 0;
  return [there + quantity > stockOf(taken, id) ? "insufficient_stock" : "done"];
}

function afterOrder(taken: TakenStep, buyer: number): Answer[] {
  const { before, after } = taken;
  const lines = liveLines(taken, buyer);
  if (lines.length === 0) return ["cart_empty"];
  if (lines.some(({ productId, quantity }) => quantity > stockOf(taken, productId))) return ["insufficient_stock"];
  const placed = after.orders.filter(({ id }) => before.orders.every((order) => order.id !== id));
  const priceOf = (productId: number) => before.products.find(({ id }) => id === productId)?.pricePaisa ?? 0;
  const total = lines.reduce((sum, { productId, quantity }) => sum + quantity * priceOf(productId), 0);
  must(placed.length === 1 && placed[0]?.totalPaisa === total, `The order that was placed does not cost ${total}.`);
  return ["done"];
}

function afterInitiate({ before, after, step, world, news }: TakenStep, order: Order): Answer[] {
  if (step.do !== "initiate") return [];
  if (step.by !== "owner") return ["order_not_found"];
  if (order.status === "cancelled") return ["order_cancelled"];
  if (order.paymentStatus !== "unpaid") return ["order_already_paid"];
  const live = before.payments.find((payment) => payment.orderId === order.id && isLive(payment));
  if (!live) return ["done"];
  const isSame = live.paymentMethod === step.method;
  const soon = world.clock.now.getTime() + 5 * MINUTE_MS;
  const isUsable = [live.expiresAt, live.sentExpiresAt].every((end) => end !== null && soon < end.getTime());
  const isReused = isSame && (step.method === "cash_on_delivery" || (step.method === "jazzcash" && isUsable));
  if (isReused) {
    must(after.payments.length === before.payments.length, `An attempt of order ${order.id} was opened twice.`);
    return ["done"];
  }
  if (live.status === "processing") {
    const asked = news.filter(({ by, transactionId }) => by === "inquiry" && transactionId === live.transactionId);
    must(asked.length === 1, `The gateway was asked ${asked.length} times about what stands in the way.`);
    const left = after.payments.find(({ id }) => id === live.id);
    if (left && isLive(left)) return ["payment_in_progress"];
    return [left && isTaken(left) ? "order_already_paid" : "done"];
  }
  const isCash = live.paymentMethod === "cash_on_delivery";
  return [isCash && order.status !== "confirmed" ? "invalid_transition" : "done"];
}

function afterCancel({ before, step }: TakenStep, { id, status, paymentStatus }: Order): Answer[] {
  if (step.do !== "cancel") return [];
  const live = before.payments.filter((payment) => payment.orderId === id && isLive(payment));
  if (step.by === "stranger") return ["order_not_found"];
  if (status === "cancelled") return ["order_cancelled"];
  if (live.some((attempt) => attempt.status === "processing")) return ["payment_in_progress"];
  const isUnpaid = paymentStatus === "unpaid";
  const isCash = live.some(({ paymentMethod }) => paymentMethod === "cash_on_delivery");
  const byStaff = step.by !== "owner";
  if (step.returned) return [byStaff && status === "shipped" && isUnpaid && isCash ? "done" : "order_not_cancellable"];
  const early = status === "pending" || status === "confirmed" || status === "in_progress";
  const mayStaff = early && (isUnpaid || paymentStatus === "refunded");
  const mayBuyer = isUnpaid && (status === "pending" || (status === "confirmed" && isCash));
  return [(byStaff ? mayStaff : mayBuyer) ? "done" : "order_not_cancellable"];
}

const NEXT: Partial<Record<OrderState, OrderState>> = {
  confirmed: "in_progress",
  in_progress: "shipped",
  shipped: "delivered",
};

function afterMove({ after, step }: TakenStep, { id, status, paymentStatus }: Order): Answer[] {
  if (step.do !== "move on") return [];
  const next = NEXT[status];
  const isStep = next !== undefined && (!step.isWrong || next === "delivered") && paymentStatus !== "refunded";
  const is = after.orders.find((order) => order.id === id);
  must(is?.status === (isStep ? next : status), `Order ${id} was ${status} and is ${is?.status}.`);
  return [isStep ? "done" : "invalid_transition"];
}

function afterVerify({ step, news }: TakenStep, payment: Payment): Answer[] {
  if (step.do !== "verify") return [];
  if (step.by === "stranger") return ["payment_not_found"];
  const isOpen = isLive(payment) || (payment.status === "cancelled" && payment.endedAt === null);
  if (!isOpen || payment.paymentMethod === "cash_on_delivery") {
    must(news.length === 0, `The gateway was asked about payment ${payment.id}, which is final.`);
    return ["done"];
  }
  const [said, ...more] = news;
  must(said !== undefined && more.length === 0, `The gateway was asked ${news.length} times about one payment.`);
  return [said.meaning === "nothing" ? "gateway_unavailable" : "done"];
}

function afterCash({ before }: TakenStep, payment: Payment): Answer[] {
  if (payment.paymentMethod !== "cash_on_delivery" || isTaken(payment)) return ["payment_not_recordable"];
  const order = before.orders.find(({ id }) => id === payment.orderId);
  if (order?.paymentStatus !== "unpaid") return ["order_already_paid"];
  return [payment.status === "pending" ? "done" : "payment_not_recordable"];
}

function afterRefund({ before, step }: TakenStep, payment: Payment): Answer[] {
  if (step.do !== "refund") return [];
  if (!isTaken(payment)) return ["not_refundable"];
  const isUnderWay = before.refunds.some(
    ({ paymentId, status }) => paymentId === payment.id && status === "processing",
  );
  if (isUnderWay) return ["refund_in_progress", "not_refundable"];
  if (payment.status === "refunded") return ["refund_exceeds_payment", "not_refundable", "duplicate_refund"];
  if (step.part === "too much") return ["refund_exceeds_payment", "not_refundable", "duplicate_refund"];
  return ["done", "refund_refused", "duplicate_refund", "not_refundable", "refund_exceeds_payment"];
}
