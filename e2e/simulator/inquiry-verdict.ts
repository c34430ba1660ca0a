import type { Settings } from "./settings-list";
import { inquiryCode, inquiryStatus, paymentCode, type Transaction } from "./transaction";

const MINUTE = 60_000;

/** What the inquiry says of a payment now: the truth, as late as the settings make it. */
export function inquiryVerdict(
  transaction: Transaction,
  settings: Settings,
  now: Date,
): { code: string; status: string } {
  const since = (at: Date) => now.getTime() - at.getTime();
  if (since(transaction.openedAt) < settings.inquiryPendingMinutes * MINUTE) return { code: "157", status: "Pending" };
  const shown = transaction.refunds.some(({ at }) => since(at) >= settings.refundShownMinutes * MINUTE);
  return { code: shown ? inquiryCode(transaction) : paymentCode(transaction), status: inquiryStatus(transaction) };
}
