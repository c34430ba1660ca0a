import { html } from "hono/html";
import type { Message } from "../message-log";
import { pakistanTime } from "../pakistan-time";
import type { Markup } from "./layout";

export function messageList(messages: readonly Message[], named: boolean): Markup {
  if (messages.length === 0) return html`<p class="soft">None yet.</p>`;
  return html`<ol class="messages">
    ${messages.map((message) => html`<li>${entry(message, named)}</li>`)}
  </ol>`;
}

function entry({ at, direction, what, note, reference, fields }: Message, named: boolean): Markup {
  const link = html`<a href="/transaction?reference=${encodeURIComponent(reference)}">${reference}</a>`;
  const fieldList = html`<dl class="list">
    ${Object.entries(fields).map(
      ([name, value]) =>
        html`<dt><code>${name}</code></dt>
          <dd>${value ?? html`<span class="soft">null</span>`}</dd>`,
    )}
  </dl>`;
  return html`<details>
      <summary>${clockTime(at)} ${direction}: <strong>${what}</strong>${note ? ` (${note})` : ""}</summary>
      ${Object.keys(fields).length === 0 ? html`<p class="soft">Without fields.</p>` : fieldList}
    </details>
    ${named && reference !== "" ? html`<p class="soft">${link}</p>` : ""}`;
}

export function clockTime(at: Date): string {
  return pakistanTime(at).replace(/^\d{8}(\d\d)(\d\d)(\d\d)$/, "$1:$2:$3");
}
