import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULT_LIST } from "./fault-list";
import { FAULT_VALUES } from "./fault-values";
import { PATHS } from "./paths";
import { SETTLEMENT_FAULTS } from "./settlement-faults";
import { LISTED_SETTINGS, readSettings, settingText } from "./settings";
import { WALLET_NUMBERS } from "./wallet-numbers";

const text = readFileSync(new URL("../../docs/simulator.md", import.meta.url), "utf8");

/** The rows of the table that begins with these columns, without the marks of code. */
function table(...columns: string[]): string[][] {
  const cells = (line: string) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", ""));
  const lines = text.split("\n");
  const head = lines.findIndex((line) => line.startsWith("|") && cells(line).join() === columns.join());
  const rest = lines.slice(head + 2);
  return rest
    .slice(
      0,
      rest.findIndex((line) => !line.startsWith("|")),
    )
    .map(cells);
}

const VALUES = Object.entries(FAULT_VALUES);

test("the documentation's table of faults is the list", () => {
  const listed = FAULT_LIST.map(({ fault, targets, says, value, when = "" }) => {
    const takes = value ? [value.kind, value.unsaid].filter((one) => one !== null).join(", ") : "";
    return [fault, targets.join(", "), says, takes, when];
  });
  expect(table("fault", "target", "what happens", "value", "work")).toEqual(listed);
  expect(table("value", "what it may be")).toEqual(VALUES.map(([kind, { says }]) => [kind, says]));
});

test("its table of settlement faults is the list", () => {
  expect(table("settlement fault", "what happens")).toEqual(Object.entries(SETTLEMENT_FAULTS));
});

test("its table of settings is theirs, with their defaults", () => {
  const defaults = readSettings({});
  const listed = LISTED_SETTINGS.map((setting) => [setting.variable, settingText(defaults, setting), setting.says]);
  expect(table("variable", "default", "what it is")).toEqual(listed);
});

test("its paths and numbers are those that are served", () => {
  const served = Object.values(PATHS).flat();
  const documented = table("what", "generation", "path").map(([, ...row]) => row);
  expect(documented).toEqual(served.map(({ profiles, path }) => [profiles.join(", "), path]));
  const numbers = WALLET_NUMBERS.map(({ number, cnic, meaning }) => [number, cnic ?? "any", meaning]);
  expect(table("number", "CNIC", "what happens")).toEqual(numbers);
});
