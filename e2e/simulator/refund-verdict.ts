import { refusal, type Refusal } from "./response-codes";
import type { Settings } from "./settings-list";
import { refundedSum, type Transaction } from "./transaction";

const HOUR = 60 * 60 * 1000;

/** Why money does not go back, or null where it does; the order of the questions is this simulator's own. */
export function refundVerdict(
  transaction: Transaction,
  amount: number,
  settings: Settings,
  { now, refundedInAll }: { now: Date; refundedInAll: () => number },
): Refusal | null {
  if (transaction.state !== "paid") return refusal("452");
  if (amount > transaction.amount - refundedSum(transaction)) return refusal("132");

  const isPart = amount < transaction.amount;
  if (isPart && settings.partialRefunds === "none") return refusal("454");
  if (isPart && settings.partialRefunds === "one" && transaction.refunds.length > 0) return refusal("451");

  const paidAt = transaction.paidAt ?? transaction.openedAt;
  if (now.getTime() < paidAt.getTime() + settings.settlementHours * HOUR) return refusal("455");
  if (settings.refundBalance !== null && refundedInAll() + amount > settings.refundBalance) return refusal("453");
  return null;
}
