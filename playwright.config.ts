import { defineConfig } from "@playwright/test";
import { installedBrowser } from "./scripts/find-browser";

const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

// `npm test` starts a shop of its own and names it in SITE_URL; by hand the journeys go to the running demo.
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 }, // two browsers, a shop and its database on two cores
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_FILE ?? "test-results/results.json" }]],
  use: {
    baseURL: process.env.SITE_URL ?? "http://localhost:3000",
    browserName: "chromium",
    screenshot: "only-on-failure",
    trace: "off", // it costs a quarter of all the time: ask for it by --trace=on
    launchOptions: {
      executablePath: installedBrowser() ?? undefined,
      args: process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET,
    },
  },
});
