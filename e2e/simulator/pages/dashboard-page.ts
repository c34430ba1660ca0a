import { html } from "hono/html";
import type { Settings } from "../settings-list";
import { inquiryCode, refundedSum, type Transaction } from "../transaction";
import { WALLET_NUMBERS } from "../wallet-numbers";
import { rupees, type Markup } from "./layout";
import { clockTime } from "./message-list";
import { panel } from "./panel";
import { transactionActions } from "./transaction-actions";

const SHOWN = 100;

export function dashboardPage(transactions: Transaction[], settings: Settings): Markup {
  return panel(
    "JazzCash simulator",
    html`<p class="soft">A pretend gateway on this machine, for merchant ${settings.merchantId}. No money moves.</p>
      <h2>Transactions</h2>
      ${transactions.length === 0 ? html`<p>None yet. Pay for an order in the shop, and it shows up here.</p>` : list(transactions)}
      <h2>Wallet numbers</h2>
      <p class="soft">Any other number stays pending (157) until it is approved or declined above.</p>
      <dl class="list">
        ${WALLET_NUMBERS.map(
          ({ number, cnic, meaning }) =>
            html`<dt>${number} <span class="soft">${cnic === null ? "any CNIC" : `CNIC ${cnic}`}</span></dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>`,
  );
}

function list(transactions: Transaction[]): Markup {
  const older = transactions.length - SHOWN;
  return html`<ul class="cards">
      ${transactions.slice(0, SHOWN).map(card)}
    </ul>
    ${older > 0 ? html`<p class="soft">${older} older ones are not shown.</p>` : ""}`;
}

function card(transaction: Transaction): Markup {
  const { reference, amount, state, txnType, gatewayReference, ipnAttempts, openedAt } = transaction;
  const refunded = refundedSum(transaction);
  return html`<li class="card">
    <p>
      <a href="/transaction?reference=${encodeURIComponent(reference)}"><code>${reference}</code></a>
    </p>
    <p>
      <strong>${rupees(amount)}</strong>, ${state.replaceAll("_", " ")}
      (${inquiryCode(transaction)})${refunded > 0 ? `, ${rupees(refunded)} given back` : ""}
    </p>
    <p class="soft">${[clockTime(openedAt), txnType, gatewayReference].filter(Boolean).join(" · ")}</p>
    ${ipnAttempts.map(({ at, outcome }) => html`<p class="soft">IPN ${clockTime(at)}: ${outcome}</p>`)}
    ${transactionActions(transaction, null)}
  </li>`;
}
