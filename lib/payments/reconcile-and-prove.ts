import { foldFigures } from "@/lib/figures/fold-figures";
import { proveLedgerWhenDue } from "@/lib/ledger/prove-ledger-when-due";
import { sendMessages } from "@/lib/messages/send-messages";
import { CRON_MS, type Reconciliation, reconcilePayments } from "@/lib/payments/reconcile-payments";
import type { Ctx } from "@/lib/shared/context";
import { describeError } from "@/lib/shared/describe-error";

const MOST_MESSAGES = 2000;
const SENDING_MS = 20_000; // a carrier may be silent for half a minute more

/**
 * What the cron and the command run: the reconciliation, beside it what waits in the outbox and after it what it has put
 * there, then the figures of the dashboard made short, and with the time that is left, once an hour, the proof.
 */
export async function reconcileAndProve(ctx: Ctx): Promise<Reconciliation> {
  const begin = performance.now();
  const send = () => deliver(ctx, () => performance.now() > begin + SENDING_MS);
  const [tally] = await Promise.all([reconcilePayments(ctx), send()]);
  await send();
  await fold(ctx);
  await proveLedgerWhenDue(ctx, begin + CRON_MS - performance.now());
  return tally;
}

/** A carrier's trouble is none of the money's. */
async function deliver(ctx: Ctx, isTimeUp: () => boolean): Promise<void> {
  try {
    await sendMessages(ctx, { most: MOST_MESSAGES, isTimeUp });
  } catch (thrown) {
    console.error(`The outbox was not sent: ${describeError(thrown)}`);
  }
}

/** Figures that stay long are as right as short ones. */
async function fold(ctx: Ctx): Promise<void> {
  try {
    await foldFigures(ctx);
  } catch (thrown) {
    console.error(`The figures were not folded: ${describeError(thrown)}`);
  }
}
