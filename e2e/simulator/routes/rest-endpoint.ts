import type { Context, Hono } from "hono";
import { checkRequest } from "../check-request";
import type { RestTarget } from "../faults";
import { signed, type Fields, type SignableFields } from "../hash";
import type { GatewayPath } from "../paths";
import { rejectedByFirewall } from "../pages/rejected-page";
import { readFields } from "../read-fields";
import type { Refusal } from "../response-codes";
import type { Schema } from "../schemas";
import type { Simulator } from "../simulator";
import type { Generation } from "../transaction";

const LONGEST_SILENCE_MS = 600_000;

interface RestEndpoint {
  target: RestTarget;
  paths: readonly GatewayPath[];
  schema: (generation: Generation) => Schema;
  /** Carries the request out, or says why not. */
  answer: (fields: Fields, generation: Generation) => Promise<SignableFields | { refused: Refusal }>;
  refused: (refused: Refusal, fields: Fields) => SignableFields;
  /** Some answers carry no hash at all. */
  unsigned?: true;
}

/** One JSON call of the gateway: faults, checks, the work, and a signed answer, which is HTTP 200 whatever it says. */
export function restEndpoint(app: Hono, simulator: Simulator, endpoint: RestEndpoint): void {
  const { settings, store } = simulator;
  const sign = (fields: SignableFields) => (endpoint.unsigned ? fields : signed(fields, settings.salt));

  const carryOut = async (c: Context, generation: Generation): Promise<SignableFields> => {
    const reading = await readFields(c.req);
    const refused = reading.refused ?? checkRequest(reading.fields, endpoint.schema(generation), settings);
    if (refused) return endpoint.refused(refused, reading.fields);
    const answer = await endpoint.answer(reading.fields, generation);
    return isRefusal(answer) ? endpoint.refused(answer.refused, reading.fields) : answer;
  };

  for (const { path, generation } of endpoint.paths) {
    app.post(path.toLowerCase(), async (c) => {
      switch (store.faults.takeRest(endpoint.target)) {
        case "http_500":
          return c.text("Internal Server Error", 500);
        case "waf_html":
          return c.html(rejectedByFirewall());
        case "empty_hash_199":
          return c.json(emptied(endpoint.refused({ code: "199", message: "" }, {})));
        case "timeout":
          await carryOut(c, generation);
          await simulator.wait(LONGEST_SILENCE_MS, c.req.raw.signal);
          return c.body(null, 504);
        case null:
          return c.json(sign(await carryOut(c, generation)));
      }
    });
  }
}

function isRefusal(answer: SignableFields | { refused: Refusal }): answer is { refused: Refusal } {
  return typeof answer.refused === "object" && answer.refused !== null;
}

function emptied(fields: SignableFields): SignableFields {
  const empty = Object.fromEntries(Object.keys(fields).map((name) => [name, ""]));
  return { ...empty, pp_ResponseCode: "199", pp_SecureHash: "" };
}
