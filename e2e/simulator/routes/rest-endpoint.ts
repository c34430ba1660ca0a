import type { Context, Hono } from "hono";
import { checkRequest } from "../check-request";
import type { FaultTarget } from "../fault-kind";
import type { TakenFaults } from "../faults";
import { emptied, faultyFields, faultyHash } from "../faulty-fields";
import type { Fields, SignableFields } from "../hash";
import { isServed, type GatewayPath } from "../paths";
import { readFields } from "../read-fields";
import { recordMessage } from "../record-message";
import { refusal, type Refusal } from "../response-codes";
import type { Schema } from "../schemas";
import { sendAnswer } from "../send-answer";
import type { Simulator } from "../simulator";
import type { Generation } from "../transaction";

interface RestEndpoint {
  target: Extract<FaultTarget, "wallet" | "inquiry" | "refund">;
  paths: readonly GatewayPath[];
  schema: (generation: Generation) => Schema;
  /** Carries the request out, or says why not. */
  answer: (fields: Fields, generation: Generation) => Promise<SignableFields | { refused: Refusal }>;
  refused: (refused: Refusal, fields: Fields, generation: Generation) => SignableFields;
  /** The transaction that the request is about, where it does not name it by pp_TxnRefNo. */
  referenceOf?: (fields: Fields) => string;
  /** Some answers carry no hash at all. */
  unsigned?: true;
}

/** One JSON call of the gateway: faults, checks, the work, and a signed answer, which is HTTP 200 whatever it says. */
export function restEndpoint(app: Hono, simulator: Simulator, endpoint: RestEndpoint): void {
  const { settings, store } = simulator;
  const { target } = endpoint;

  const carryOut = async (fields: Fields, refused: Refusal | null, generation: Generation): Promise<SignableFields> => {
    const problem = refused ?? checkRequest(fields, endpoint.schema(generation), settings);
    if (problem) return endpoint.refused(problem, fields, generation);
    const answer = await endpoint.answer(fields, generation);
    return isRefusal(answer) ? endpoint.refused(answer.refused, fields, generation) : answer;
  };

  const says = (answer: SignableFields, faults: TakenFaults, reference: string): SignableFields => {
    const said = faultyFields(answer, target, faults, () => store.anotherGatewayReference(reference));
    if (faults.has("empty_hash_199")) return emptied199(said);
    return endpoint.unsigned ? said : { ...said, pp_SecureHash: faultyHash(said, faults, settings.salt) };
  };

  for (const gatewayPath of endpoint.paths) {
    const { path, generation } = gatewayPath;
    app.post(path.toLowerCase(), async (c: Context) => {
      if (!isServed(gatewayPath, settings.generations)) return c.notFound();
      const { fields, refused } = await readFields(c.req);
      const reference = endpoint.referenceOf?.(fields) ?? fields.pp_TxnRefNo ?? "";
      const faults = store.faults.take(target, reference);
      recordMessage(simulator, { reference, direction: "received", what: target, note: path, fields });
      const answer = faults.leaveWorkUndone
        ? endpoint.refused(refusal("199"), fields, generation)
        : await carryOut(fields, refused, generation);
      const said = says(answer, faults, reference);
      recordMessage(simulator, { reference, direction: "sent", what: target, note: faults.names, fields: said });
      return sendAnswer(c, simulator, faults, JSON.stringify(said));
    });
  }
}

function isRefusal(answer: SignableFields | { refused: Refusal }): answer is { refused: Refusal } {
  return typeof answer.refused === "object" && answer.refused !== null;
}

function emptied199(fields: SignableFields): SignableFields {
  const name = "ResponseCode" in fields ? "ResponseCode" : "pp_ResponseCode";
  return { ...emptied(fields), [name]: "199", pp_SecureHash: "" };
}
