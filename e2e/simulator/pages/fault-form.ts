import { html } from "hono/html";
import { FAULT_TARGETS, type FaultTarget } from "../fault-kind";
import { faultsOf } from "../fault-list";
import type { Fault } from "../faults";
import type { Markup } from "./layout";

const TIMES = ["1", "2", "3", "10", "always"];

const MEANT: Record<FaultTarget, string> = {
  page: "The hosted page",
  return: "The browser's return",
  ipn: "The IPN",
  wallet: "The wallet call",
  inquiry: "The inquiry",
  refund: "The refund",
  mail: "A mail to a customer",
  sms: "An SMS to a customer",
};

/** Adds a fault: for one transaction where its reference is given, else for whatever comes next. */
export function faultForm(reference: string | null): Markup {
  return html`<form class="card fields" method="post" action="/dashboard/faults">
    <label
      >Fault
      <select name="fault">
        ${FAULT_TARGETS.map(
          (target) =>
            html`<optgroup label="${MEANT[target]}">
              ${faultsOf(target).map(({ fault }) => html`<option value="${target} ${fault}">${target}: ${words(fault)}</option>`)}
            </optgroup>`,
        )}
      </select>
    </label>
    ${
      reference === null
        ? html`<label>For the transaction (empty: any) <input name="for" autocomplete="off" maxlength="20" /></label>`
        : html`<input type="hidden" name="for" value="${reference}" /><input
              type="hidden"
              name="from"
              value="${reference}"
            />`
    }
    <label>Value (empty: as listed) <input name="value" autocomplete="off" /></label>
    <label
      >How often
      <select name="times">
        ${TIMES.map((times) => html`<option>${times}</option>`)}
      </select>
    </label>
    <label
      >The work behind a call
      <select name="when">
        <option value="">as listed</option>
        <option value="before">left undone</option>
        <option value="after">done</option>
      </select>
    </label>
    <button class="main">Add the fault</button>
  </form>`;
}

export function waitingFaults(faults: readonly Fault[], from: string | null): Markup {
  if (faults.length === 0) return html`<p class="soft">None is waiting.</p>`;
  return html`<ul class="cards">
    ${faults.map(
      (fault) =>
        html`<li class="card">
          <strong>${fault.target}: ${words(fault.fault)}</strong
          >${fault.value === null ? "" : html` <code>${fault.value}</code>`}
          <p class="soft">
            ${fault.for === null ? "any transaction" : html`<code>${fault.for}</code>`},
            ${fault.times === "always" ? "always" : `${fault.times} more`}${fault.when === null ? "" : `, work ${fault.when === "after" ? "done" : "left undone"}`}
          </p>
          <form method="post" action="/dashboard/faults/remove">
            <input type="hidden" name="id" value="${fault.id}" />
            ${from === null ? "" : html`<input type="hidden" name="from" value="${from}" />`}
            <button aria-label="Remove ${fault.target} ${words(fault.fault)}">Remove</button>
          </form>
        </li>`,
    )}
  </ul>`;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
