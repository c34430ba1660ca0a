import { html } from "hono/html";
import type { Letter } from "../inbox";
import type { Markup } from "./layout";
import { clockTime } from "./message-list";
import { panel } from "./panel";

/** One message as its reader sees it: the HTML in a frame that runs no script, and the text. */
export function letterPage({
  channel,
  at,
  to,
  from,
  subject,
  text,
  html: page,
  messageId,
  language,
  times,
}: Letter): Markup {
  const facts = {
    To: to,
    From: from,
    Came: clockTime(at),
    "Message-ID": messageId,
    Language: language,
    Times: String(times),
  };
  return panel(
    channel === "mail" ? "Mail" : "SMS",
    html`${subject && html`<h2 dir="auto">${subject}</h2>`}
      <dl class="list">
        ${Object.entries(facts)
          .filter(([, value]) => value !== "")
          .map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd><bdi dir="ltr">${value}</bdi></dd>`,
          )}
      </dl>
      ${
        page === null
          ? ""
          : html`<h2>HTML</h2>
              <iframe
                title="The message as HTML"
                class="letter"
                sandbox="allow-popups allow-top-navigation-by-user-activation"
                srcdoc="<base target='_top'>${page}"
              ></iframe>`
      }
      <h2>Text</h2>
      <p class="card lines" dir="auto">${text}</p>
      <p class="soft">${[...text].length} characters</p>`,
  );
}
