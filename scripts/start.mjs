import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// Plain JavaScript, because this is the production process: no loader beside it.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dev = process.argv.includes("--dev");
const LAST_MOMENT_MS = 18_000;

/** @returns {Promise<boolean>} */
function canListen(/** @type {number} */ port, /** @type {string | undefined} */ host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** @returns {never} */
function refuse(/** @type {string[]} */ ...lines) {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}

process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
if (!dev) {
  const check = join(root, ".next/check-env.mjs");
  if (!existsSync(join(root, ".next/BUILD_ID")) || !existsSync(check))
    refuse("There is no build yet: run npm run build first.");
  Object.assign(process.env, { NODE_ENV: "production" });
  const { readEnv } = await import(pathToFileURL(check).href);
  const reading = readEnv(process.env);
  if (reading.problems) {
    refuse(
      ...reading.problems.map(
        (/** @type {{ variable: string, message: string }} */ p) => `${p.variable}: ${p.message}`,
      ),
    );
  }
  Object.assign(process.env, reading.derived);
}

const port = process.env.PORT || "3000";
// A program on the loopback address alone would go on answering there, beside us on all addresses.
const isFree = (await canListen(Number(port), undefined)) && (await canListen(Number(port), "127.0.0.1"));
if (!isFree) refuse(`Port ${port} is taken: stop what listens there, or set PORT.`);

// Next lets requests in flight finish, for as long as they take. Before it listens it has no handler of its own.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.once(signal, () => {
    if (process.listenerCount(signal) === 0) process.exit(code);
    setTimeout(() => process.exit(code), LAST_MOMENT_MS).unref();
  });
}

// Longer than any usual proxy keeps an idle connection, so that it is never we who close one that a request is coming on.
const idle = dev ? [] : ["--keepAliveTimeout", "75000"];
process.argv = [process.argv[0] ?? "node", "next", dev ? "dev" : "start", "-p", port, ...idle];
await import("next/dist/bin/next");
