import { proveLedgerWhenDue } from "@/lib/ledger/prove-ledger-when-due";
import { CRON_MS, type Reconciliation, reconcilePayments } from "@/lib/payments/reconcile-payments";
import type { Ctx } from "@/lib/shared/context";

/** What the cron and the command run: the reconciliation, and with the time that it leaves, once an hour, the proof. */
export async function reconcileAndProve(ctx: Ctx): Promise<Reconciliation> {
  const begin = performance.now();
  const tally = await reconcilePayments(ctx);
  await proveLedgerWhenDue(ctx, begin + CRON_MS - performance.now());
  return tally;
}
