import type { Context, Hono } from "hono";
import { outcomeOf, returnFields } from "../answer-fields";
import { checkPurchase, checkRequest } from "../check-request";
import { cancel, decline, issueVoucher, takeMoney } from "../end-transaction";
import { secureHash, signed, type Fields } from "../hash";
import { isLoopback } from "../loopback";
import { announce } from "../notification";
import { openTransaction } from "../open-transaction";
import { backPage } from "../pages/back-page";
import { errorPage } from "../pages/error-page";
import { neverReturnPage, paymentPage } from "../pages/payment-page";
import { PATHS } from "../paths";
import { readFields } from "../read-fields";
import { invalidField, refusal, type Refusal } from "../response-codes";
import { hostedSchema } from "../schemas";
import type { Simulator } from "../simulator";
import { isCard, isFinal, type Generation, type Transaction } from "../transaction";

/** The page that a shop's form opens, and the one that its buttons lead to. */
export function hostedPageRoutes(app: Hono, simulator: Simulator): void {
  for (const { path, generation } of PATHS.hostedPage) {
    const selection = path.replace(/merchantform$/, "TransactionSelection");

    app.post(path.toLowerCase(), async (c) => {
      const { fields, refused } = await readFields(c.req);
      const opened = refused ? { refused } : open(simulator, fields, generation);
      if ("refused" in opened) return c.html(errorPage(opened.refused), 400);
      return c.html(paymentPage(opened, selection));
    });

    app.post(selection.toLowerCase(), async (c) => {
      const { fields } = await readFields(c.req);
      const transaction = simulator.store.find(fields.reference ?? "");
      if (!transaction || transaction.channel !== "hosted") return c.html(errorPage(refusal("109")), 404);
      return choose(c, simulator, transaction, fields);
    });
  }
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

async function choose(c: Context, simulator: Simulator, transaction: Transaction, { choice, method }: Fields) {
  const { settings } = simulator;
  if (isFinal(transaction)) return c.html(back(simulator, transaction));
  if (choice === "counter") {
    issueVoucher(simulator, transaction);
    return c.html(back(simulator, transaction));
  }
  const txnType = transaction.fields.pp_TxnType || (method === "MWALLET" ? "MWALLET" : "MPAY");
  switch (choice) {
    case "pay":
    case "never_return":
      transaction.txnType = txnType;
      takeMoney(simulator, transaction);
      break;
    case "decline":
      transaction.txnType = txnType;
      decline(simulator, transaction, isCard(txnType) ? "402" : "004");
      break;
    case "cancel":
      cancel(simulator, transaction);
      break;
    default:
      return c.html(errorPage(refusal("110", "Please press one of the buttons.")), 400);
  }
  if (choice === "never_return") {
    if (settings.neverReturnIpn) await announce(simulator, transaction);
    return c.html(neverReturnPage(transaction));
  }
  await announce(simulator, transaction);
  return c.html(back(simulator, transaction));
}

/** A null leaves the hash as absent, and reaches the shop's form as the four letters. */
function back({ settings }: Simulator, transaction: Transaction) {
  const fields = signed(returnFields(transaction.fields, outcomeOf(transaction)), settings.salt);
  const posted = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? "null"]));
  return backPage(transaction.fields.pp_ReturnURL ?? "", posted);
}
