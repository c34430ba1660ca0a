import { html } from "hono/html";
import { pakistanTime } from "../pakistan-time";
import { LISTED_SETTINGS, settingText } from "../settings";
import type { Simulator } from "../simulator";
import type { Markup } from "./layout";
import { panel } from "./panel";

const MINUTE = 60_000;
const STEPS: readonly [string, number][] = [
  ["10 minutes on", 10 * MINUTE],
  ["1 hour on", 60 * MINUTE],
  ["1 day on", 24 * 60 * MINUTE],
];

export function settingsPage({ settings, store }: Simulator): Markup {
  const now = pakistanTime(store.now()).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3 $4:$5:$6");
  return panel(
    "Settings",
    html`<h2>Clock</h2>
      <p>
        In Pakistan it is
        <strong>${now}</strong>${store.clockOffset === 0 ? "" : " for the simulator, which is not the real time"}.
      </p>
      <div class="actions">
        ${STEPS.map(([label, step]) => clockButton(label, store.clockOffset + step))} ${clockButton("Real time", 0)}
      </div>
      <h2>Settings</h2>
      <p class="soft">
        They hold until the simulator ends or starts afresh. Empty means the default; secrets stay as they are.
      </p>
      <form class="card fields" method="post" action="/dashboard/settings">
        ${LISTED_SETTINGS.filter(({ fixed }) => !fixed).map(
          (setting) =>
            html`<label
              >${setting.key.replaceAll("_", " ")} <span class="soft">${setting.says}</span>
              <input
                name="${setting.key}"
                value="${setting.secret ? "" : settingText(settings, setting)}"
                autocomplete="off"
                ${setting.secret ? "placeholder=kept" : ""}
              />
            </label>`,
        )}
        <button class="main">Save the settings</button>
      </form>
      <h2>Start afresh</h2>
      <p class="soft">Forgets all transactions, messages and faults, and puts clock and settings back.</p>
      <form method="post" action="/dashboard/reset"><button>Start afresh</button></form>`,
  );
}

function clockButton(label: string, offset: number): Markup {
  return html`<form method="post" action="/dashboard/clock">
    <input type="hidden" name="offset_ms" value="${offset}" />
    <button>${label}</button>
  </form>`;
}
