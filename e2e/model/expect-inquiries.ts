import type { Payment, Sight } from "@/e2e/model/look";
import { must } from "@/e2e/model/must";
import type { News } from "@/e2e/model/said";
import type { SingleStep } from "@/e2e/model/step";
import type { TakenStep } from "@/e2e/model/taken-step";
import { MINUTE_MS } from "@/e2e/model/world";

const QUIET_MINUTES = 10;
const HOUR_MINUTES = 60;
const MOST_MINUTES = 360;

/** A reconciliation asks once about each attempt that is due by its own times, and about no other. */
export function expectInquiries({ before, step, news, world }: TakenStep): void {
  if (step.do !== "reconcile") return;
  for (const payment of before.payments) {
    const asked = news.filter(({ by, transactionId }) => by === "inquiry" && transactionId === payment.transactionId);
    const expected = isDue(before, payment, world.clock.now.getTime()) ? 1 : 0;
    must(asked.length === expected, `Payment ${payment.id} was asked about ${asked.length} times, not ${expected}.`);
  }
}

/** However many reconciliations run at once, each attempt is asked about by one of them. */
export function expectAskedOnce(steps: readonly SingleStep[], news: readonly News[]): void {
  if (steps.some(({ do: what }) => what === "verify" || what === "initiate" || what.includes("notice"))) return;
  const asked = news.filter(({ by }) => by === "inquiry").map(({ transactionId }) => transactionId);
  must(new Set(asked).size === asked.length, `One payment was asked about twice at once, of ${asked.join(", ")}.`);
}

const backOff = (count: number): number => Math.min(QUIET_MINUTES * 2 ** (Math.max(count, 1) - 1), MOST_MINUTES);

const passed = (since: Date, minutes: number, now: number): boolean => since.getTime() + minutes * MINUTE_MS <= now;

const isNext = (asked: Date | null, count: number, opened: Date, now: number): boolean =>
  asked ? passed(asked, backOff(count), now) : passed(opened, QUIET_MINUTES, now);

function isDue({ refunds }: Sight, payment: Payment, now: number): boolean {
  const { lastInquiredAt, inquiryCount, inquiryWantedAt, createdAt, completedAt, confirmedAt, endedAt } = payment;
  if (payment.paymentMethod === "cash_on_delivery") return false;
  const refund = refunds.find(({ paymentId, status }) => paymentId === payment.id && status === "processing");
  if (refund && isNext(refund.lastInquiredAt, refund.inquiryCount, refund.createdAt, now)) return true;
  if (completedAt) {
    if (confirmedAt || !passed(completedAt, HOUR_MINUTES, now)) return false;
    const isFirst = !lastInquiredAt || !passed(completedAt, HOUR_MINUTES, lastInquiredAt.getTime());
    return isFirst || passed(lastInquiredAt, backOff(inquiryCount), now);
  }
  const isWanted = inquiryWantedAt !== null && inquiryWantedAt.getTime() <= now;
  if (isWanted && (!lastInquiredAt || lastInquiredAt < inquiryWantedAt)) return true;
  return endedAt === null && isNext(lastInquiredAt, inquiryCount, createdAt, now);
}
