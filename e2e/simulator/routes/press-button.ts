import type { Context } from "hono";
import { cancel, decline, issueVoucher, takeMoney } from "../end-transaction";
import type { Fields } from "../hash";
import { announce } from "../notification";
import { backPage } from "../pages/back-page";
import { errorPage } from "../pages/error-page";
import { staysPage } from "../pages/stays-page";
import { recordMessage } from "../record-message";
import { messageOf, refusal } from "../response-codes";
import { postReturn, returnMessage } from "../return-message";
import type { Simulator } from "../simulator";
import { answerCode, isCard, isFinal, type Transaction } from "../transaction";

/** What the payer's button does to a payment, and the way back to the shop; a second press tells what the first one did. */
export async function pressButton(
  c: Context,
  simulator: Simulator,
  transaction: Transaction,
  { choice = "", method }: Fields,
): Promise<Response> {
  const { reference } = transaction;
  recordMessage(simulator, { reference, direction: "received", what: "button", note: choice, fields: {} });
  if (isFinal(transaction)) return back(c, simulator, transaction);
  if (choice === "counter") {
    issueVoucher(simulator, transaction);
    return back(c, simulator, transaction);
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
    if (simulator.settings.neverReturnIpn) await announce(simulator, transaction);
    return c.html(staysPage(transaction, "Paid."));
  }
  await announce(simulator, transaction);
  return back(c, simulator, transaction);
}

function back(c: Context, simulator: Simulator, transaction: Transaction): Response | Promise<Response> {
  const faults = simulator.store.faults.take("return", transaction.reference);
  if (faults.has("lost")) return c.html(staysPage(transaction, messageOf(answerCode(transaction))));

  const address = transaction.fields.pp_ReturnURL ?? "";
  const fields = returnMessage(simulator, transaction, faults);
  if (faults.has("duplicate")) void postReturn(simulator, address, fields, new URL(c.req.url).origin);
  return c.html(backPage(address, fields, faults.has("as_get") ? "get" : "post"));
}
