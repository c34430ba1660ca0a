import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { rootFolder } from "@/scripts/root-folder";

const KEPT_LINES = 40;
const exitWithParent = new URL("./exit-with-parent.mjs", import.meta.url).href;

export type Program = {
  name: string;
  exited: Promise<{ code: number; lastLines: string }>;
  follow: () => void;
  stop: () => Promise<void>;
  kill: () => void;
};

/**
 * Starts a Node program in a process group of its own, so that only we hear the terminal's Ctrl-C; when we die, it ends.
 * Its last lines are kept; `follow` prints what comes from then on.
 */
export function startProgram(name: string, argv: string[], env: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, ["--import", exitWithParent, ...argv], {
    cwd: rootFolder,
    env: { ...env, SAUDA_STARTER: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  const lines: string[] = [];
  let following = false;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      if (following) console.log(`${name} | ${line}`);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    });
  }
  const exited = new Promise<{ code: number; lastLines: string }>((resolve) => {
    child.once("error", (error) => resolve({ code: 1, lastLines: error.message }));
    child.once("close", (code) => resolve({ code: code ?? 1, lastLines: lines.join("\n") }));
  });
  const signalAll = (signal: NodeJS.Signals) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  };
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await Promise.race([exited, sleep(20_000, undefined, { ref: false })]);
    signalAll("SIGKILL");
  };
  return { name, exited, follow: () => (following = true), stop, kill: () => signalAll("SIGKILL") };
}
