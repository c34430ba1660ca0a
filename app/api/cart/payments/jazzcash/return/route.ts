import { gatewayBody } from "@/lib/http/body";
import { gatewayContext } from "@/lib/http/context";
import { refusalOf } from "@/lib/http/problem";
import { route, seeOther } from "@/lib/http/route";
import type { RawMessage } from "@/lib/jazzcash/notice";
import { receiveNotice } from "@/lib/payments/receive-notice";
import { resultPath } from "@/lib/payments/result-path";

async function receive(message: RawMessage): Promise<Response> {
  const outcome = await receiveNotice(gatewayContext(), message, "return");
  if (outcome.refused === undefined) return seeOther(resultPath(outcome.payment.transactionId, outcome.locale));
  return seeOther(resultPath(outcome.transactionId, outcome.locale));
}

/** Whatever went wrong, bugs in the log: the person sees that the payment is being checked. */
function toUnknown(thrown: unknown): Response {
  refusalOf(thrown);
  return seeOther(resultPath(null, null));
}

/**
 * JazzCash posts the customer's browser back here when a payment attempt ends. A cross-site POST carries no session
 * cookie, so the signature is the only proof asked for; the 303 makes the browser GET the result page, which shows what
 * the database says. Whatever is sent, a person is looking: never an error document.
 */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  {
    GET: async (request) => receive({ kind: "form", entries: [...new URL(request.url).searchParams] }),
    POST: async (request) => receive(await gatewayBody(request)),
  },
  { fromAnywhere: true, refuse: toUnknown },
);
