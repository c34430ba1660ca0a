import type { Context, Hono } from "hono";
import { z } from "zod";
import { FaultInput } from "../fault-input";
import { errorPage } from "../pages/error-page";
import { faultsPage } from "../pages/faults-page";
import { settingsPage } from "../pages/settings-page";
import { readFields } from "../read-fields";
import { refusal } from "../response-codes";
import { changeSettings, LISTED_SETTINGS } from "../settings";
import type { Simulator } from "../simulator";
import { pageOf } from "./dashboard";

/** The control interface once more, as pages with plain forms. */
export function controlPanelRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;
  const refused = (c: Context, message: string) => c.html(errorPage(refusal("110", message)), 400);

  app.get("/faults", (c) => c.html(faultsPage(store.faults.list())));
  app.post("/dashboard/faults", async (c) => {
    const { fields } = await readFields(c.req);
    const [target, fault] = (fields.fault ?? "").split(" ");
    const read = FaultInput.safeParse({
      target,
      fault,
      for: fields.for || null,
      times: fields.times === "always" ? "always" : Number(fields.times || 1),
      value: fields.value || null,
      when: fields.when || null,
    });
    if (!read.success) return refused(c, z.prettifyError(read.error));
    store.faults.add(read.data);
    return c.redirect(fields.from ? pageOf(fields.from) : "/faults", 303);
  });
  app.post("/dashboard/faults/remove", async (c) => {
    const { fields } = await readFields(c.req);
    store.faults.remove(Number(fields.id));
    return c.redirect(fields.from ? pageOf(fields.from) : "/faults", 303);
  });

  app.get("/settings", (c) => c.html(settingsPage(simulator)));
  app.post("/dashboard/settings", async (c) => {
    const { fields } = await readFields(c.req);
    const kept = LISTED_SETTINGS.filter(({ secret, key }) => secret && !fields[key]).map(({ key }) => key);
    const asked = Object.entries(fields).filter(([key]) => !kept.includes(key));
    const problem = changeSettings(settings, Object.fromEntries(asked));
    return problem === null ? c.redirect("/settings", 303) : refused(c, problem);
  });
  app.post("/dashboard/clock", async (c) => {
    const { fields } = await readFields(c.req);
    const offset = Number(fields.offset_ms);
    if (!Number.isSafeInteger(offset)) return refused(c, "The clock moves by whole milliseconds.");
    store.moveClock(offset);
    return c.redirect("/settings", 303);
  });
  app.post("/dashboard/reset", (c) => {
    simulator.reset();
    return c.redirect("/", 303);
  });
}
