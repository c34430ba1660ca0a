import { html } from "hono/html";
import type { Transaction } from "../transaction";
import { layout, rupees, type Markup } from "./layout";

/** What the payer sees on the gateway's side; each button is one way for a payment to go. */
export function paymentPage(transaction: Transaction, action: string): Markup {
  const { fields, reference, amount } = transaction;
  const choosesMethod = fields.pp_TxnType === undefined || fields.pp_TxnType === "";
  return layout(
    "JazzCash simulator",
    html`<h1>JazzCash simulator</h1>
      <p class="soft">A pretend gateway on this machine. No money moves.</p>
      <section class="card" aria-label="Payment">
        <p class="amount">${rupees(amount)}</p>
        <dl>
          <dt>Merchant</dt>
          <dd>${fields.pp_MerchantID}</dd>
          <dt>Bill</dt>
          <dd>${fields.pp_BillReference}</dd>
          <dt>For</dt>
          <dd>${fields.pp_Description}</dd>
          <dt>Reference</dt>
          <dd>${reference}</dd>
        </dl>
      </section>
      ${voucherNote(transaction)}
      <form class="stack" method="post" action="${action}">
        <input type="hidden" name="reference" value="${reference}" />
        ${choosesMethod ? methods() : ""}
        <button class="main" name="choice" value="pay">Pay</button>
        <button name="choice" value="decline">Decline</button>
        <button name="choice" value="cancel">Cancel</button>
        <button name="choice" value="counter">Pay at a counter</button>
        <button name="choice" value="never_return">Pay but never return</button>
      </form>
      <p>
        <a href="/transaction?reference=${encodeURIComponent(reference)}" target="_blank">Messages and faults</a>
        <span class="soft">(in a page of their own)</span>
      </p>`,
  );
}

function methods(): Markup {
  return html`<fieldset>
    <legend>Pay by</legend>
    <label><input type="radio" name="method" value="MPAY" checked /> Card</label>
    <label><input type="radio" name="method" value="MWALLET" /> Mobile account</label>
  </fieldset>`;
}

function voucherNote({ state, gatewayReference }: Transaction): Markup | string {
  if (state !== "awaiting_cash") return "";
  return html`<p class="note">Voucher ${gatewayReference} is waiting to be paid at a counter.</p>`;
}
