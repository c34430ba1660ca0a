import { html } from "hono/html";
import { pakistanTime } from "../pakistan-time";
import type { Settings } from "../settings";
import { inquiryCode, isFinal, type Transaction } from "../transaction";
import { WALLET_NUMBERS } from "../wallet-numbers";
import { layout, rupees, type Markup } from "./layout";

const SHOWN = 100;

export function dashboardPage(transactions: Transaction[], settings: Settings): Markup {
  return layout(
    "JazzCash simulator",
    html`<h1>JazzCash simulator</h1>
      <p class="soft">A pretend gateway on this machine, for merchant ${settings.merchantId}. No money moves.</p>
      <h2>Transactions</h2>
      ${transactions.length === 0 ? html`<p>None yet. Pay for an order in the shop, and it shows up here.</p>` : list(transactions)}
      <h2>Wallet numbers</h2>
      <p class="soft">Any other number stays pending (157) until it is approved or declined above.</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Last 6 digits of CNIC</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            ${WALLET_NUMBERS.map(
              ({ number, cnic, meaning }) =>
                html`<tr>
                  <td>${number}</td>
                  <td>${cnic ?? "any"}</td>
                  <td>${meaning}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
    true,
  );
}

function list(transactions: Transaction[]): Markup {
  const older = transactions.length - SHOWN;
  return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Amount</th>
            <th scope="col">State</th>
            <th scope="col">Notifications</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          ${transactions.slice(0, SHOWN).map(row)}
        </tbody>
      </table>
    </div>
    ${older > 0 ? html`<p class="soft">${older} older ones are not shown.</p>` : ""}`;
}

function row(transaction: Transaction): Markup {
  const { reference, amount, refunded, state, txnType, gatewayReference, ipnAttempts, openedAt } = transaction;
  return html`<tr>
    <td><code>${reference}</code><br /><span class="soft">${clockTime(openedAt)}</span></td>
    <td>
      ${rupees(amount)}${refunded > 0 ? html`<br /><span class="soft">${rupees(refunded)} given back</span>` : ""}
    </td>
    <td>
      ${state.replaceAll("_", " ")} (${inquiryCode(transaction)})<br />
      <span class="soft">${[txnType, gatewayReference].filter(Boolean).join(" ")}</span>
    </td>
    <td>${ipnAttempts.map(({ at, outcome }) => html`${clockTime(at)} ${outcome}<br />`)}</td>
    <td>
      ${isFinal(transaction) ? action("ipn", reference, "Send the IPN again") : ""}
      ${state === "awaiting_cash" ? action("counter", reference, "Pay the voucher at a counter") : ""}
      ${state === "pending" ? [action("approve", reference, "Approve on the phone"), action("decline", reference, "Decline on the phone")] : ""}
    </td>
  </tr>`;
}

function action(name: string, reference: string, label: string): Markup {
  return html`<form method="post" action="/dashboard/${name}">
    <input type="hidden" name="reference" value="${reference}" />
    <button aria-label="${label}: ${reference}">${label}</button>
  </form>`;
}

function clockTime(at: Date): string {
  return pakistanTime(at).replace(/^\d{8}(\d\d)(\d\d)(\d\d)$/, "$1:$2:$3");
}
