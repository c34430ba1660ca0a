import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { rootFolder } from "@/scripts/root-folder";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The Chromium that is there: the one of CHROMIUM_PATH, Playwright's own download, or the system's. */
export function installedBrowser(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    process.env.CHROMIUM_PATH || null,
    chromium.executablePath(),
    ...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    MAC_BROWSER,
  ];
  return candidates.find((path) => path !== null && existsSync(path)) ?? null;
}

/** Finds a Chromium, or installs one: by Playwright, else (as root on Debian) by apt-get. */
export function findBrowser(): string | null {
  const found = installedBrowser();
  if (found) return found;
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: rootFolder, stdio: "inherit" });
  run(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium");
  if (!installedBrowser() && process.getuid?.() === 0) {
    run("apt-get", "update");
    run("apt-get", "install", "-y", "chromium", "fonts-liberation");
  }
  return installedBrowser();
}
