import { and, count, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { payments } from "@/db/schema/payments";
import type { Stage } from "@/e2e/crashes/stage";
import { reconcilePayments } from "@/lib/payments/reconcile-payments";
import { minutesAfter } from "@/lib/shared/pakistan-time";

const ROUNDS = 40;
const MINUTES_A_ROUND = 120;

/** Time passes, for the shop and the gateway alike, and the reconciliation runs until nothing is unknown and nothing owed. */
export async function settleUp({ db, simulator }: Stage): Promise<number> {
  const began = new Date();
  for (let round = 1; round <= ROUNDS; round++) {
    const now = minutesAfter(began, round * MINUTES_A_ROUND);
    await fetch(`${simulator}/_control/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ now: now.toISOString() }),
    });
    await reconcilePayments({ db, now, actor: { kind: "system", useCase: "reconcile" } });
    const isUnheard = and(isNull(payments.endedAt), inArray(payments.status, ["pending", "processing", "cancelled"]));
    const isOpen = or(and(isUnheard, isNotNull(payments.expiresAt)), isNotNull(payments.giveBackWantedAt));
    const [open] = await db.select({ count: count() }).from(payments).where(isOpen);
    if (open?.count === 0) return round;
  }
  return ROUNDS;
}
