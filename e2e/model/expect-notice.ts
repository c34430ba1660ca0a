import { isTaken } from "@/e2e/model/expect-always";
import { openReviews, type Payment } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { Flaw } from "@/e2e/model/said";
import type { TakenStep } from "@/e2e/model/taken-step";

/** Truly the gateway's own, and yet none of this payment: a person is to look at it. */
const SIGNED_FLAWS: readonly Flaw[] = [
  "unknown_field",
  "wrong_amount",
  "wrong_bill",
  "wrong_merchant",
  "wrong_currency",
];

/** A notice is taken in or refused as a whole; what is refused makes an inquiry due; a repeat changes nothing. */
export function expectNotice(taken: TakenStep): void {
  const { before, after, step, done } = taken;
  if (step.do === "repeat a notice" && done.refused === null) {
    const opened = after.reviews.filter(({ id }) => before.reviews.every((item) => item.id !== id));
    must(opened.length === 0, `A repeat asked a person about ${opened.map(({ kind }) => kind).join(", ")}.`);
  }
  const payment = after.payments.find(({ id }) => id === done.paymentId);
  if (step.do !== "notice" || !payment) return;
  if (step.flaw) expectRefused(taken, payment, step.flaw);
  else {
    const expected = payment.paymentMethod === "cash_on_delivery" ? "payment_not_found" : null;
    must(done.refused === expected, `A notice of payment ${payment.id} was answered ${done.refused}, not ${expected}.`);
  }
}

function expectRefused({ before, after, done, world }: TakenStep, payment: Payment, flaw: Flaw): void {
  must(done.refused !== null, `A notice with the flaw ${flaw} was taken in.`);
  if (payment.paymentMethod === "cash_on_delivery" || flaw === "unknown_payment" || flaw === "name_twice") return;
  const isDue = isTaken(payment) || payment.inquiryWantedAt?.getTime() === world.clock.now.getTime();
  must(isDue, `A refused notice of payment ${payment.id} made no inquiry due.`);
  const isAsked = openReviews(after).some(({ paymentId }) => paymentId === payment.id);
  must(isAsked || !SIGNED_FLAWS.includes(flaw), `Nobody is asked about a signed notice with the flaw ${flaw}.`);
  const isForged = flaw === "wrong_hash" || flaw === "no_hash" || flaw === "another_salt";
  must(!isForged || after.reviews.length === before.reviews.length, "A forgery was put before a person.");
}
