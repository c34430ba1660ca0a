import { env } from "@/lib/env";
import { gatewayBody } from "@/lib/http/body";
import { gatewayContext } from "@/lib/http/context";
import { problem, refusalOf } from "@/lib/http/problem";
import { json, route } from "@/lib/http/route";
import { acknowledge } from "@/lib/jazzcash/acknowledge";
import { isTaken } from "@/lib/payments/model";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { AppError } from "@/lib/shared/errors";

/** A rule of the data that was broken is our fault and no answer to the notice: JazzCash shall send it again. */
function askForAnotherTry(thrown: unknown): Response {
  const refusal = refusalOf(thrown);
  return problem(
    refusal.code === "conflict" ? new AppError("internal_error", "The notice was not taken in.") : refusal,
  );
}

/**
 * JazzCash's servers tell us here how a payment ended, as JSON (IPN) or as a form. Answered once it is recorded;
 * a refusal is final, a 5xx asks for another try.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    POST: async (request) => {
      const outcome = await receiveNotice(gatewayContext(), await gatewayBody(request), "callback");
      if (outcome.refused !== undefined) throw new AppError(outcome.refused, outcome.detail);
      const { status, transactionId } = outcome.payment;
      return json({
        success: isTaken(status),
        transaction_id: transactionId,
        message: `The payment is ${status}.`,
        ...acknowledge(env().jazzcash),
      });
    },
  },
  { fromAnywhere: true, refuse: askForAnotherTry },
);
