import { html } from "hono/html";
import { isFinal, type Transaction } from "../transaction";
import type { Markup } from "./layout";

/** What can happen to a payment outside of any browser; afterwards the panel shows the page it was asked from. */
export function transactionActions(transaction: Transaction, from: string | null): Markup {
  const { state } = transaction;
  const action = (name: string, label: string) =>
    html`<form method="post" action="/dashboard/${name}">
      <input type="hidden" name="reference" value="${transaction.reference}" />
      ${from === null ? "" : html`<input type="hidden" name="from" value="${from}" />`}
      <button aria-label="${label}: ${transaction.reference}">${label}</button>
    </form>`;
  return html`<div class="actions">
    ${isFinal(transaction) ? action("ipn", "Send the IPN again") : ""}
    ${state === "awaiting_cash" ? action("counter", "Pay the voucher at a counter") : ""}
    ${state === "pending" ? [action("approve", "Approve on the phone"), action("decline", "Decline on the phone")] : ""}
  </div>`;
}
