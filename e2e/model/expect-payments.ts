import { isTaken } from "@/e2e/model/expect-always";
import { openReviews, type Payment } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { News } from "@/e2e/model/said";
import type { TakenStep } from "@/e2e/model/taken-step";
import { QUIET_MS } from "@/e2e/model/world";
import type { PaymentState } from "@/lib/payments/model";

export const isLive = ({ status }: Payment): boolean => status === "pending" || status === "processing";

/** Each attempt stands where the contract puts it after this step and what the gateway said in it, and nowhere else. */
export function expectPayments(taken: TakenStep): void {
  const { before, after, news } = taken;
  for (const is of after.payments) {
    const was = before.payments.find(({ id }) => id === is.id);
    const said = news.filter(({ transactionId }) => transactionId === is.transactionId);
    const start = was ?? opened(is);
    const states = said.reduce((before, one) => afterNews(taken, start, before, one), [start.status]);
    const allowed = [...states, ...afterActs(taken, start)];
    const isFine = isTaken(is)
      ? allowed.some((state) => isTaken({ ...is, status: state }))
      : allowed.includes(is.status);
    const told = said.map(({ by, meaning, code, amount }) => `${by} ${meaning} ${code} ${amount ?? ""}`.trim());
    must(
      isFine,
      `Payment ${is.id} was ${was?.status ?? "not there"}, is ${is.status} and not ${allowed.join(" or ")}; told: ${told.join(", ")}.`,
    );
    expectRefundedState(is);
  }
  for (const { id } of after.orders) {
    const live = after.payments.filter((payment) => payment.orderId === id && isLive(payment));
    must(live.length <= 1, `Order ${id} has ${live.length} live attempts.`);
  }
}

const opened = (payment: Payment): Payment => ({
  ...payment,
  status: payment.paymentMethod === "jazzcash_wallet" ? "processing" : "pending",
});

function afterNews(taken: TakenStep, was: Payment, states: PaymentState[], news: News): PaymentState[] {
  const { world, before, after } = taken;
  const now = world.clock.now.getTime();
  const status = states.at(-1) ?? was.status;
  if (isTaken({ ...was, status })) return states;
  const live = isLive({ ...was, status });
  const isDisputed = openReviews(before).some(
    ({ paymentId, kind }) => paymentId === was.id && kind === "amount_differs",
  );
  const isYoung = news.by === "inquiry" && now < was.createdAt.getTime() + QUIET_MS;
  const isExpired = was.expiresAt !== null && was.expiresAt.getTime() < now;
  const rival = before.payments.find(({ id, orderId }) => orderId === was.orderId && id !== was.id);
  switch (news.meaning) {
    case "nothing":
      return states;
    case "paid": {
      const isOther = isDisputed || (news.amount ?? was.amountPaisa) !== was.amountPaisa;
      if (!isOther) return ["completed"];
      must(
        after.reviews.some(({ paymentId, kind }) => paymentId === was.id && kind === "amount_differs"),
        `Nobody was asked about the amount of payment ${was.id}.`,
      );
      if (live) return ["processing"];
      return rival ? ["processing", status] : ["processing"];
    }
    case "declined":
      return live && !isDisputed && !isYoung ? ["failed"] : states;
    case "pending":
      return live && news.by !== "inquiry" ? ["processing"] : states;
    case "after_sale":
      return live && !isYoung ? ["processing"] : states;
    case "unknown": {
      if (!live || isDisputed || isYoung || !isExpired) return states;
      if (news.isSigned && news.code === "109") return ["expired"];
      const unknowns = world.heard.filter(
        ({ transactionId, meaning }) => transactionId === was.transactionId && meaning === "unknown",
      );
      return unknowns.length >= 3 ? ["expired", status] : states;
    }
  }
}

/** Where the shop itself, or a person, may have put an attempt. */
function afterActs({ before, after, step, done }: TakenStep, was: Payment): PaymentState[] {
  const isDone = done.refused === null;
  const order = after.orders.find(({ id }) => id === was.orderId);
  const wasUnpaid =
    before.payments.length === 0 ||
    before.orders.some(({ id, paymentStatus }) => id === was.orderId && paymentStatus === "unpaid");
  const isPaidNow = wasUnpaid && order !== undefined && order.paymentStatus !== "unpaid";
  const isOnThisOrder = done.orderId === was.orderId && isDone;
  const isClosed = isPaidNow || (isOnThisOrder && (step.do === "initiate" || step.do === "cancel"));
  const closed: PaymentState[] = isLive(was) && isClosed ? ["cancelled"] : [];
  if (!isDone || done.paymentId !== was.id) return closed;
  if (step.do === "record cash") return ["completed"];
  if (step.do !== "review") return closed;
  if (done.code === "accept" || done.code === "give_back") return ["completed"];
  return done.code === "not_paid" && isLive(was) ? ["expired"] : closed;
}

function expectRefundedState({ id, status, amountPaisa, acceptedPaisa, refundedPaisa }: Payment): void {
  const taken = acceptedPaisa ?? amountPaisa;
  const state = refundedPaisa === 0 ? null : refundedPaisa < taken ? "partially_refunded" : "refunded";
  must(refundedPaisa <= taken, `More of payment ${id} is given back than was taken.`);
  must(state === null || status === state, `${refundedPaisa} of payment ${id} went back, and it is ${status}.`);
}
