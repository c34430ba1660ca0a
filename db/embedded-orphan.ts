import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How a server names the process that started it, in its own command line. */
export function ownerSetting(pid: number): string {
  return `cluster_name=owner-${pid}`;
}

/**
 * Clears the way for a new server on this data: stops one whose starter was killed, forgets a pid file whose process is
 * gone or is somebody else by now, and refuses where the starter still lives.
 */
export async function stopOrphan(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
  const found = describeProcess(pid);
  if (!found?.command.includes(data)) return rmSync(pidFile, { force: true });

  const owner = Number(/cluster_name=owner-(\d+)/.exec(found.command)?.[1]);
  if (owner === found.parent) {
    throw new Error(`The database in ${data} is in use by process ${owner}: stop that one first.`);
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let tries = 0; tries < 100; tries++) {
      if (!existsSync(pidFile) || !describeProcess(pid)?.command) break;
      await sleep(50);
    }
    if (!existsSync(pidFile) || !describeProcess(pid)?.command) break;
  }
  rmSync(pidFile, { force: true });
}

function describeProcess(pid: number): { parent: number; command: string } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return { parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command };
  } catch {
    const line = spawnSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
    const parts = /^\s*(\d+)\s+(.*)/.exec(line);
    return parts ? { parent: Number(parts[1]), command: parts[2] ?? "" } : null;
  }
}
