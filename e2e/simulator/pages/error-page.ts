import { html } from "hono/html";
import type { Refusal } from "../response-codes";
import { layout, type Markup } from "./layout";

export function errorPage({ code, message }: Refusal): Markup {
  return layout(
    `Error ${code} - JazzCash simulator`,
    html`<h1>JazzCash simulator</h1>
      <div class="card" role="alert">
        <p><strong>Error ${code}</strong></p>
        <p class="lines">${message}</p>
      </div>
      <p><a href="/">All transactions</a></p>`,
  );
}
