import { html } from "hono/html";
import type { Transaction } from "../transaction";
import { layout, rupees, type Markup } from "./layout";

/** The payment is at its end, and the browser stays here: the shop has to find out by asking. */
export function staysPage(transaction: Transaction, outcome: string): Markup {
  return layout(
    "At an end - JazzCash simulator",
    html`<h1>JazzCash simulator</h1>
      <p role="status">${outcome} The browser does not go back.</p>
      <p class="soft">${rupees(transaction.amount)}, reference ${transaction.reference}</p>
      <p><a href="/">All transactions</a></p>`,
  );
}
