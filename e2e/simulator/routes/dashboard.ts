import type { Context, Hono } from "hono";
import { decline, takeMoney } from "../end-transaction";
import { deliver } from "../notification";
import { dashboardPage } from "../pages/dashboard-page";
import { errorPage } from "../pages/error-page";
import { messagesPage } from "../pages/messages-page";
import { transactionPage } from "../pages/transaction-page";
import { readFields } from "../read-fields";
import { refusal } from "../response-codes";
import { setState } from "../set-state";
import type { Simulator } from "../simulator";
import { isFinal, TRANSACTION_STATES, type Transaction } from "../transaction";

const PATIENCE_MS = 1500;
const SHOWN = 200;

/** The simulator's own page: what it knows, and what happens outside of any browser. */
export function dashboardRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;

  const act = (path: string, allowed: (of: Transaction) => boolean, change: (of: Transaction) => void) =>
    app.post(path, async (c: Context) => {
      const { fields } = await readFields(c.req);
      const transaction = store.find(fields.reference ?? "");
      if (!transaction) return c.html(errorPage(refusal("109")), 404);
      if (!allowed(transaction))
        return c.html(errorPage(refusal("999", "That is not possible in its present state.")), 409);
      change(transaction);
      await Promise.race([deliver(simulator, transaction), simulator.wait(PATIENCE_MS)]);
      return c.redirect(fields.from ? pageOf(fields.from) : "/", 303);
    });

  app.get("/", (c) => c.html(dashboardPage(store.newestFirst(), settings)));
  app.get("/messages", (c) => c.html(messagesPage(store.messages.newestFirst(SHOWN))));
  app.get("/transaction", (c) => {
    const reference = c.req.query("reference") ?? "";
    const faults = store.faults.list().filter((fault) => fault.for === reference);
    return c.html(transactionPage(reference, store.find(reference), faults, store.messages.of(reference)));
  });
  app.post("/dashboard/state", async (c) => {
    const { fields } = await readFields(c.req);
    const transaction = store.find(fields.reference ?? "");
    const state = TRANSACTION_STATES.find((one) => one === fields.state);
    const code = fields.code || "402";
    if (!transaction) return c.html(errorPage(refusal("109")), 404);
    if (!state || !/^\d{3}$/.test(code)) return c.html(errorPage(refusal("110", "No such state or code.")), 400);
    setState(simulator, transaction, state, code);
    return c.redirect(pageOf(transaction.reference), 303);
  });

  act("/dashboard/ipn", isFinal, () => {});
  act(
    "/dashboard/counter",
    ({ state }) => state === "awaiting_cash",
    (transaction) => takeMoney(simulator, transaction),
  );
  act(
    "/dashboard/approve",
    ({ state }) => state === "pending",
    (transaction) => takeMoney(simulator, transaction),
  );
  act(
    "/dashboard/decline",
    ({ state }) => state === "pending",
    (transaction) => decline(simulator, transaction, "024"),
  );
}

export function pageOf(reference: string): string {
  return `/transaction?reference=${encodeURIComponent(reference)}`;
}
