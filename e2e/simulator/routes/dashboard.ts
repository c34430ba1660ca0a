import type { Context, Hono } from "hono";
import { decline, takeMoney } from "../end-transaction";
import { deliver } from "../notification";
import { dashboardPage } from "../pages/dashboard-page";
import { errorPage } from "../pages/error-page";
import { readFields } from "../read-fields";
import { refusal } from "../response-codes";
import type { Simulator } from "../simulator";
import { isFinal, type Transaction } from "../transaction";

const PATIENCE_MS = 1500;

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
      return c.redirect("/", 303);
    });

  app.get("/", (c) => c.html(dashboardPage(store.newestFirst(), settings)));
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
