import type { Hono } from "hono";
import { z } from "zod";
import { FaultInput } from "../fault-input";
import { FAULT_LIST } from "../fault-list";
import { FAULT_VALUES } from "../fault-values";
import { pakistanTime } from "../pakistan-time";
import { SETTLEMENT_FAULTS } from "../settlement-faults";
import { changeSettings, LISTED_SETTINGS, viewSettings } from "../settings";
import type { Simulator } from "../simulator";
import { TRANSACTION_STATES } from "../transaction";
import { acceptJson, badInput } from "./accept-json";
import { controlSettlementRoutes } from "./control-settlements";
import { controlTransactionRoutes } from "./control-transactions";

const SetClock = z.union(
  [
    z.strictObject({ offset_ms: z.number().int().min(-1e13).max(1e13) }),
    z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  ],
  { error: "must be { offset_ms: whole milliseconds } or { now: an RFC 3339 time }" },
);
const AnyObject = z.record(z.string(), z.unknown(), { error: "must be an object of settings" });

/** What tests ask for, in JSON: look, reset, break messages, move the clock, change settings. */
export function controlRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;
  const clock = () => ({ now: store.now(), pakistan: pakistanTime(store.now()), offset_ms: store.clockOffset });

  app.get("/_control", (c) =>
    c.json({
      faults: FAULT_LIST.map(({ value, ...kind }) => ({
        ...kind,
        ...(value && { value: { says: FAULT_VALUES[value.kind].says, default: value.unsaid } }),
      })),
      settings: LISTED_SETTINGS.map(({ key, variable, says, fixed = false }) => ({ key, variable, says, fixed })),
      settlement_faults: Object.entries(SETTLEMENT_FAULTS).map(([fault, says]) => ({ fault, says })),
      states: TRANSACTION_STATES,
    }),
  );

  app.get("/_control/faults", (c) => c.json(store.faults.list()));
  acceptJson(app, "/_control/faults", FaultInput, (fault) => {
    store.faults.add(fault);
    return Response.json(store.faults.list());
  });
  app.delete("/_control/faults", (c) => {
    store.faults.clear();
    return c.json([]);
  });
  app.delete("/_control/faults/:id", (c) =>
    store.faults.remove(Number(c.req.param("id")))
      ? c.json(store.faults.list())
      : c.json({ error: "No such fault." }, 404),
  );

  app.get("/_control/clock", (c) => c.json(clock()));
  acceptJson(app, "/_control/clock", SetClock, (asked) => {
    store.moveClock("now" in asked ? Date.parse(asked.now) - Date.now() : asked.offset_ms);
    return Response.json(clock());
  });

  app.get("/_control/settings", (c) => c.json(viewSettings(settings)));
  acceptJson(app, "/_control/settings", AnyObject, (asked) => {
    const problem = changeSettings(settings, asked);
    return problem === null ? Response.json(viewSettings(settings)) : badInput(problem);
  });

  app.post("/_control/reset", (c) => {
    simulator.reset();
    return c.json({ reset: true });
  });
  controlTransactionRoutes(app, simulator);
  controlSettlementRoutes(app, simulator);
  app.all("/_control/*", (c) => c.json({ error: "The control interface has no such address." }, 404));
}
