import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { TakenFaults } from "./faults";
import { rejectedByFirewall } from "./pages/rejected-page";
import type { Simulator } from "./simulator";

const JSON_TYPE = { "content-type": "application/json" };
const TEN_MEGABYTES = 10 * 1024 * 1024;
const DROPS = 20;

/** Sends the JSON answer to a shop's call, or breaks it on the way. */
export async function sendAnswer(
  c: Context,
  simulator: Simulator,
  faults: TakenFaults,
  json: string,
): Promise<Response> {
  switch (faults.delivery) {
    case "http_500":
      return c.text("Internal Server Error", 500);
    case "http_503":
      return c.text("Service Unavailable", 503);
    case "waf_html":
      return c.html(rejectedByFirewall());
    case "blank":
      return c.body("", 200);
    case "redirect":
      return c.redirect("/", 302);
    case "timeout":
      await simulator.wait(Number(faults.value("timeout")), c.req.raw.signal);
      return c.body(null, 504);
    case "reset":
      nodeOf(c).incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case "slow_body":
      return drop(c, simulator, json, Number(faults.value("slow_body")));
    case "truncated":
      return c.body(half(json), 200, JSON_TYPE);
    case "cut_body":
      return cut(c, json);
    case "huge":
      return c.body(" ".repeat(TEN_MEGABYTES) + json, 200, JSON_TYPE);
    default:
      return c.body(json, 200, JSON_TYPE);
  }
}

const half = (json: string) => json.slice(0, json.length / 2);
const nodeOf = (c: Context) => c.env as HttpBindings;

async function drop(c: Context, simulator: Simulator, json: string, milliseconds: number): Promise<Response> {
  const { outgoing } = nodeOf(c);
  const size = Math.ceil(json.length / DROPS);
  outgoing.writeHead(200, JSON_TYPE);
  for (let at = 0; at < json.length; at += size) {
    outgoing.write(json.slice(at, at + size));
    if (!(await simulator.wait(milliseconds / DROPS, c.req.raw.signal))) break;
  }
  outgoing.end();
  return RESPONSE_ALREADY_SENT;
}

function cut(c: Context, json: string): Response {
  const { outgoing } = nodeOf(c);
  outgoing.writeHead(200, { ...JSON_TYPE, "content-length": Buffer.byteLength(json) });
  outgoing.write(half(json), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}
