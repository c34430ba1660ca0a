import type { Hono } from "hono";
import { z } from "zod";
import { deliver } from "../notification";
import { setState } from "../set-state";
import type { Simulator } from "../simulator";
import { inquiryCode, refundedSum, TRANSACTION_STATES, type Transaction } from "../transaction";
import { acceptJson } from "./accept-json";

const MOST_MESSAGES = 1000;

const Reference = z.object({ reference: z.string({ error: "must be a transaction's reference" }) });
const SetState = Reference.extend({
  state: z.enum(TRANSACTION_STATES, { error: `must be one of ${TRANSACTION_STATES.join(", ")}` }),
  code: z
    .string()
    .regex(/^\d{3}$/, "must be three digits")
    .default("402"),
});

/** What tests ask about payments: look, decide what became of one, tell the shop again, forget. */
export function controlTransactionRoutes(app: Hono, simulator: Simulator): void {
  const { store } = simulator;

  const onKnown = async (reference: string, change: (transaction: Transaction) => void | Promise<void>) => {
    const transaction = store.find(reference);
    if (!transaction) return Response.json({ error: `No transaction ${reference}.` }, { status: 404 });
    await change(transaction);
    return Response.json(view(transaction));
  };

  app.get("/_control/transactions", (c) => {
    const reference = c.req.query("reference");
    return c.json(
      store
        .newestFirst()
        .filter((one) => reference === undefined || one.reference === reference)
        .map(view),
    );
  });
  app.get("/_control/messages", (c) => {
    const reference = c.req.query("reference");
    return c.json(reference === undefined ? store.messages.newestFirst(MOST_MESSAGES) : store.messages.of(reference));
  });
  acceptJson(app, "/_control/forget", Reference, ({ reference }) =>
    Response.json({ forgotten: store.forget(reference) }),
  );
  acceptJson(app, "/_control/ipn", Reference, ({ reference }) =>
    onKnown(reference, (found) => deliver(simulator, found)),
  );
  acceptJson(app, "/_control/state", SetState, ({ reference, state, code }) =>
    onKnown(reference, (found) => setState(simulator, found, state, code)),
  );
}

function view(transaction: Transaction) {
  return {
    reference: transaction.reference,
    channel: transaction.channel,
    state: transaction.state,
    code: inquiryCode(transaction),
    txn_type: transaction.txnType,
    amount_paisa: transaction.amount,
    refunded_paisa: refundedSum(transaction),
    gateway_reference: transaction.gatewayReference,
    opened_at: transaction.openedAt,
    expires_at: transaction.expiresAt,
    paid_at: transaction.paidAt,
    ipn_attempts: transaction.ipnAttempts,
  };
}
