import { html } from "hono/html";
import type { Fault } from "../faults";
import type { Message } from "../message-log";
import { inquiryCode, refundedSum, TRANSACTION_STATES, type Transaction } from "../transaction";
import { faultForm, waitingFaults } from "./fault-form";
import { rupees, type Markup } from "./layout";
import { messageList } from "./message-list";
import { panel } from "./panel";
import { transactionActions } from "./transaction-actions";

/** One payment: what it is, what may be done to it, and every message about it. */
export function transactionPage(
  reference: string,
  transaction: Transaction | null,
  faults: readonly Fault[],
  messages: readonly Message[],
): Markup {
  return panel(
    reference,
    html`${transaction ? facts(transaction) : html`<p>The simulator knows no such transaction; faults may wait for it.</p>`}
      <h2>Faults for it</h2>
      ${waitingFaults(faults, reference)} ${faultForm(reference)}
      <h2>Messages</h2>
      ${messageList(messages, false)}`,
  );
}

function facts(transaction: Transaction): Markup {
  const { reference, amount, state, txnType, channel, gatewayReference, authCode, fields } = transaction;
  const refunded = refundedSum(transaction);
  const known: [string, string][] = [
    ["State", `${state.replaceAll("_", " ")} (${inquiryCode(transaction)})`],
    ["Amount", rupees(amount)],
    ["Given back", refunded > 0 ? rupees(refunded) : ""],
    ["Bill", fields.pp_BillReference ?? ""],
    ["Way", [txnType, channel.replaceAll("_", " ")].filter(Boolean).join(", ")],
    ["RRN", gatewayReference],
    ["Auth code", authCode],
  ];
  const pairs = known
    .filter(([, value]) => value !== "")
    .map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    );
  return html`<section class="card" aria-label="Payment">
      <dl>${pairs}</dl>
    </section>
    ${transactionActions(transaction, reference)}
    <form class="card fields" method="post" action="/dashboard/state">
      <input type="hidden" name="reference" value="${reference}" />
      <label
        >What became of it
        <select name="state">
          ${TRANSACTION_STATES.map((one) => html`<option value="${one}" ${one === state ? "selected" : ""}>${one.replaceAll("_", " ")}</option>`)}
        </select>
      </label>
      <label
        >Code, where it failed <input name="code" inputmode="numeric" pattern="[0-9]{3}" placeholder="402"
      /></label>
      <button>Set the state</button>
    </form>`;
}
