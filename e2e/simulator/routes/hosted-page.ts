import type { Hono } from "hono";
import { checkPurchase, checkRequest } from "../check-request";
import type { TakenFaults } from "../faults";
import { secureHash, type Fields } from "../hash";
import { isLoopback } from "../loopback";
import { openTransaction } from "../open-transaction";
import { errorPage } from "../pages/error-page";
import { paymentPage } from "../pages/payment-page";
import { isServed, PATHS } from "../paths";
import { readFields } from "../read-fields";
import { recordMessage } from "../record-message";
import { invalidField, refusal, type Refusal } from "../response-codes";
import { hostedSchema } from "../schemas";
import { sendAnswer } from "../send-answer";
import type { Simulator } from "../simulator";
import { isFinal, type Generation, type Transaction } from "../transaction";
import { pressButton } from "./press-button";

/** The page that a shop's form opens, and the one that its buttons lead to. */
export function hostedPageRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;

  for (const gatewayPath of PATHS.hostedPage) {
    const { path, generation } = gatewayPath;
    const selection = path.replace(/merchantform$/, "TransactionSelection");

    app.post(path.toLowerCase(), async (c) => {
      if (!isServed(gatewayPath, settings.generations)) return c.notFound();
      const { fields, refused } = await readFields(c.req);
      const reference = fields.pp_TxnRefNo ?? "";
      const faults = store.faults.take("page", reference);
      const record = (note: string) =>
        recordMessage(simulator, { reference, direction: "received", what: "form", note, fields });

      const problem = refusalByFault(faults) ?? refused;
      if (faults.delivery && !problem) {
        record(faults.names);
        return sendAnswer(c, simulator, faults, "");
      }
      const opened = problem ? { refused: problem } : open(simulator, fields, generation);
      record("refused" in opened ? `refused with ${opened.refused.code}` : "opened");
      return "refused" in opened ? c.html(errorPage(opened.refused), 400) : c.html(paymentPage(opened, selection));
    });

    app.post(selection.toLowerCase(), async (c) => {
      const { fields } = await readFields(c.req);
      const transaction = store.find(fields.reference ?? "");
      if (!transaction || transaction.channel !== "hosted") return c.html(errorPage(refusal("109")), 404);
      return pressButton(c, simulator, transaction, fields);
    });
  }
}

function refusalByFault(faults: TakenFaults): Refusal | null {
  if (faults.has("duplicate_reference")) return invalidField("pp_TxnRefNo");
  const code = faults.value("refused");
  return code === null ? null : refusal(code);
}

/** The same form opens the same payment again while that is not final; any other use of its reference is refused. */
function open(simulator: Simulator, fields: Fields, generation: Generation): Transaction | { refused: Refusal } {
  const { settings, store } = simulator;
  const refused =
    checkRequest(fields, hostedSchema(fields, generation), settings) ??
    checkPurchase(fields, generation, settings, store.now());
  if (refused) return { refused };
  if (!isLoopback(fields.pp_ReturnURL ?? "")) {
    return { refused: refusal("999", "The simulator only sends browsers back to this machine.") };
  }
  const known = store.find(fields.pp_TxnRefNo ?? "");
  if (!known) return openTransaction(simulator, fields, generation, "hosted");
  const same =
    known.channel === "hosted" && secureHash(known.fields, settings.salt) === secureHash(fields, settings.salt);
  return same && !isFinal(known) ? known : { refused: invalidField("pp_TxnRefNo") };
}
