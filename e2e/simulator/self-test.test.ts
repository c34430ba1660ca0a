import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { selfTest } from "./self-test";

test("the simulator's hash reproduces every published example", () => {
  expect(selfTest().filter(({ passed }) => !passed)).toEqual([]);
  expect(selfTest().length).toBeGreaterThanOrEqual(16);
});

test("the command says so in a line for each", () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const run = spawnSync(process.execPath, ["--import", "tsx", main, "--self-test"], { encoding: "utf8" });
  const lines = run.stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(selfTest().length + 1);
  expect(lines[1]).toBe("reproduced  pdf-how-is-hmac-calculated-refund");
  expect(lines.at(-1)).toBe("16 of 16 examples reproduced");
  expect(run.status).toBe(0);
});
