import { html, raw } from "hono/html";
import type { Fields } from "../hash";
import { layout, type Markup } from "./layout";

/** Carries the signed outcome to the shop in the payer's browser, from another site, by itself or by the button. */
export function backPage(returnUrl: string, fields: Fields, method: "get" | "post"): Markup {
  return layout(
    "Back to the shop - JazzCash simulator",
    html`<h1>JazzCash simulator</h1>
      <p role="status">${fields.pp_ResponseMessage}</p>
      <form class="stack" method="${method}" action="${returnUrl}">
        ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <button class="main">Return to the shop</button>
      </form>
      <script>
        ${raw("document.forms[0].submit();")};
      </script>`,
  );
}
