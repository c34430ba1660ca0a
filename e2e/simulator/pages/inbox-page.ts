import { html } from "hono/html";
import type { Letter } from "../inbox";
import type { Markup } from "./layout";
import { clockTime } from "./message-list";
import { panel } from "./panel";

const SHOWN = 200;

/** Every mail and SMS that came, newest first. */
export function inboxPage(letters: readonly Letter[], to: string): Markup {
  return panel(
    "Inbox",
    html`<p class="soft">What the shop sent to its customers. Nothing of it leaves this machine.</p>
      <form class="card fields" method="get" action="/inbox">
        <label>To <input name="to" value="${to}" autocomplete="off" dir="ltr" /></label>
        <button class="main">Show</button>
      </form>
      ${letters.length === 0 ? html`<p>Nothing yet. Place an order in the shop, and its message shows up here.</p>` : list(letters)}`,
  );
}

const list = (letters: readonly Letter[]): Markup =>
  html`<ul class="cards">
    ${letters.slice(0, SHOWN).map(card)}
  </ul>`;

const card = ({ id, channel, at, to, subject, text, times }: Letter): Markup =>
  html`<li class="card">
    <p><a href="/inbox/${id}" dir="auto">${subject || text}</a></p>
    <p class="soft">
      ${channel === "mail" ? "Mail" : "SMS"} to <bdi dir="ltr">${to}</bdi>,
      ${clockTime(at)}${times > 1 ? `, ${times} times` : ""}
    </p>
  </li>`;
