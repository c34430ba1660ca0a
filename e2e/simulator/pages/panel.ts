import { html } from "hono/html";
import { layout, type Markup } from "./layout";

/** A page of the control panel. */
export function panel(title: string, body: Markup): Markup {
  return layout(
    title === "JazzCash simulator" ? title : `${title} - JazzCash simulator`,
    html`<nav aria-label="Control panel">
        <a href="/">Transactions</a><a href="/faults">Faults</a><a href="/messages">Messages</a
        ><a href="/inbox">Inbox</a><a href="/settings">Settings</a>
      </nav>
      <h1>${title}</h1>
      ${body}`,
    true,
  );
}
