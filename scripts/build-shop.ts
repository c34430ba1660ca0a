import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { hashSources } from "@/scripts/hash-sources";
import { rootFolder } from "@/scripts/root-folder";
import { type Program, startProgram } from "@/scripts/start-program";

const stamp = join(rootFolder, ".next/sauda-build");

/** Whether the production build that is there was made from the sources as they are now. */
export function buildIsFresh(): boolean {
  const made = ["BUILD_ID", "check-env.mjs"].every((file) => existsSync(join(rootFolder, ".next", file)));
  return made && existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources(rootFolder);
}

/** Builds for production: Next's part, and the check of the environment that `npm start` runs before it loads Next. */
export async function buildShop(started: (program: Program) => void): Promise<{ code: number; lastLines: string }> {
  rmSync(stamp, { force: true });
  const hash = hashSources(rootFolder);
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const next = startProgram("build", ["node_modules/next/dist/bin/next", "build"], env);
  started(next);
  const ended = await next.exited;
  if (ended.code !== 0) return ended;
  await bundle({
    stdin: { contents: 'export { readEnv } from "@/lib/env";', resolveDir: rootFolder, loader: "ts" },
    outfile: join(rootFolder, ".next/check-env.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  writeFileSync(stamp, hash);
  return ended;
}
