import type { Context, Hono } from "hono";
import { z } from "zod";
import { cancel, decline, issueVoucher, takeMoney } from "../end-transaction";
import { FAULTS } from "../faults";
import { deliver } from "../notification";
import type { Simulator } from "../simulator";
import { inquiryCode, TRANSACTION_STATES, type Transaction, type TransactionState } from "../transaction";

const Reference = z.object({ reference: z.string() });
const SetState = Reference.extend({
  state: z.enum(TRANSACTION_STATES),
  code: z
    .string()
    .regex(/^\d{3}$/)
    .default("402"),
});
const SetClock = z.object({ offset_ms: z.number().int() });
const times = z.number().int().min(1).max(1000).default(1);
const AddFault = z.discriminatedUnion("target", [
  z.object({ target: z.literal("inquiry"), fault: z.enum(FAULTS.inquiry), times }),
  z.object({ target: z.literal("wallet"), fault: z.enum(FAULTS.wallet), times }),
  z.object({ target: z.literal("refund"), fault: z.enum(FAULTS.refund), times }),
  z.object({ target: z.literal("ipn"), fault: z.enum(FAULTS.ipn), times }),
]);

/** What tests ask for, in JSON: look, reset, break the next message, and decide what became of a payment. */
export function controlRoutes(app: Hono, simulator: Simulator): void {
  const { store } = simulator;

  const accept = <T>(path: string, schema: z.ZodType<T>, change: (input: T) => Response | Promise<Response>) =>
    app.post(path, async (c: Context) => {
      const read = schema.safeParse(await c.req.json().catch(() => null));
      if (!read.success) return c.json({ error: z.prettifyError(read.error) }, 400);
      return change(read.data);
    });

  const onKnown = (reference: string, change: (transaction: Transaction) => void | Promise<void>) => {
    const transaction = store.find(reference);
    if (!transaction) return Response.json({ error: `No transaction ${reference}.` }, { status: 404 });
    return Promise.resolve(change(transaction)).then(() => Response.json(view(transaction)));
  };

  app.get("/_control/transactions", (c) => c.json(store.newestFirst().map(view)));
  app.get("/_control/faults", (c) => c.json(store.faults.list()));
  app.post("/_control/reset", (c) => {
    simulator.reset();
    return c.json({ reset: true });
  });
  accept("/_control/faults", AddFault, ({ times: count, ...fault }) => {
    store.faults.add(fault, count);
    return Response.json(store.faults.list());
  });
  accept("/_control/clock", SetClock, ({ offset_ms }) => {
    store.moveClock(offset_ms);
    return Response.json({ now: store.now() });
  });
  accept("/_control/forget", Reference, ({ reference }) => Response.json({ forgotten: store.forget(reference) }));
  accept("/_control/ipn", Reference, ({ reference }) => onKnown(reference, (found) => deliver(simulator, found)));
  accept("/_control/state", SetState, ({ reference, state, code }) =>
    onKnown(reference, (found) => setState(simulator, found, state, code)),
  );
}

function setState(simulator: Simulator, transaction: Transaction, state: TransactionState, code: string): void {
  transaction.pinned = true;
  switch (state) {
    case "paid":
      return takeMoney(simulator, transaction);
    case "failed":
      return decline(simulator, transaction, code);
    case "cancelled":
      return cancel(simulator, transaction);
    case "awaiting_cash":
      return issueVoucher(simulator, transaction);
    default:
      transaction.state = state;
  }
}

function view(transaction: Transaction) {
  return {
    reference: transaction.reference,
    channel: transaction.channel,
    state: transaction.state,
    code: inquiryCode(transaction),
    txn_type: transaction.txnType,
    amount_paisa: transaction.amount,
    refunded_paisa: transaction.refunded,
    gateway_reference: transaction.gatewayReference,
    opened_at: transaction.openedAt,
    expires_at: transaction.expiresAt,
    ipn_attempts: transaction.ipnAttempts,
  };
}
