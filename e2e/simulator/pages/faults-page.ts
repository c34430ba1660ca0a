import { html } from "hono/html";
import { FAULT_LIST } from "../fault-list";
import { FAULT_VALUES } from "../fault-values";
import type { Fault } from "../faults";
import { faultForm, waitingFaults } from "./fault-form";
import type { Markup } from "./layout";
import { panel } from "./panel";

export function faultsPage(waiting: readonly Fault[]): Markup {
  return panel(
    "Faults",
    html`<h2>Waiting</h2>
      ${waitingFaults(waiting, null)}
      <h2>Add one</h2>
      <p class="soft">
        Those for one transaction come before those for any, counted ones before lasting ones. A fault that is always
        there is the default.
      </p>
      ${faultForm(null)}
      <h2>All faults</h2>
      <dl class="list">
        ${FAULT_LIST.map(
          ({ fault, targets, says, value, when }) =>
            html`<dt><code>${fault}</code> <span class="soft">${targets.join(", ")}</span></dt>
              <dd>
                ${says}${value ? html` <span class="soft">Value: ${FAULT_VALUES[value.kind].says}${value.unsaid === null ? "" : `; ${value.unsaid} where none is given`}.</span>` : ""}${when ? html` <span class="soft">The work is ${when === "after" ? "done" : "left undone"} unless you say otherwise.</span>` : ""}
              </dd>`,
        )}
      </dl>`,
  );
}
