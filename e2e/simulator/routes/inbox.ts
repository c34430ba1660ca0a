import type { Hono } from "hono";
import { z } from "zod";
import type { Letter } from "../inbox";
import { errorPage } from "../pages/error-page";
import { inboxPage } from "../pages/inbox-page";
import { letterPage } from "../pages/letter-page";
import { refusal } from "../response-codes";
import type { Simulator } from "../simulator";
import { acceptJson } from "./accept-json";

const Sms = z.object({
  to: z.string().regex(/^\+?\d{8,15}$/, "must be a phone number"),
  text: z.string().min(1).max(1600),
  id: z.string().min(1).max(200),
});

/** A gateway for SMS that delivers to the inbox, and the inbox as pages and as data. */
export function inboxRoutes(app: Hono, simulator: Simulator): void {
  const { store } = simulator;

  acceptJson(app, "/sms", Sms, async ({ to, text, id }) => {
    const taken = store.faults.take("sms", "");
    if (taken.delivery === "refused_for_good") return Response.json({ error: "No such number." }, { status: 400 });
    if (taken.delivery === "refused_for_now") return Response.json({ error: "Try again later." }, { status: 503 });
    store.inbox.add({
      channel: "sms",
      at: store.now(),
      to,
      from: "",
      subject: "",
      text,
      html: null,
      messageId: id,
      language: "",
    });
    if (taken.delivery === "silence") await simulator.wait(Number(taken.value("silence")));
    const isLost = taken.delivery === "silence" || taken.delivery === "taken_and_cut";
    return isLost ? new Response(null, { status: 504 }) : Response.json({ taken: id }, { status: 202 });
  });

  app.get("/inbox", (c) => c.html(inboxPage(store.inbox.newestFirst(c.req.query("to")), c.req.query("to") ?? "")));
  app.get("/inbox/:id", (c) => {
    const letter = store.inbox.find(Number(c.req.param("id")));
    return letter ? c.html(letterPage(letter)) : c.html(errorPage(refusal("404", "No such message.")), 404);
  });

  app.get("/_control/inbox", (c) => c.json(store.inbox.newestFirst(c.req.query("to")).map(view)));
  app.get("/_control/inbox/:id", (c) => {
    const letter = store.inbox.find(Number(c.req.param("id")));
    return letter ? c.json(view(letter)) : c.json({ error: "No such message." }, 404);
  });
  app.delete("/_control/inbox", (c) => {
    store.inbox.clear();
    return c.json([]);
  });
}

const view = ({ at, messageId, ...letter }: Letter) => ({ ...letter, received_at: at, message_id: messageId });
