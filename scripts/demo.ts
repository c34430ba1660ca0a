import { existsSync } from "node:fs";
import { join } from "node:path";
import { callCrons } from "@/scripts/call-crons";
import { rootFolder } from "@/scripts/root-folder";
import { startProgram } from "@/scripts/start-program";
import { type Running, type Shop, startShop } from "@/scripts/start-shop";

const dev = process.argv.includes("--dev");
const ECHO_MS = 500; // npm passes on a Ctrl-C that the terminal has already sent to us
const running: Running[] = [];
let endingSince: number | null = null;

const say = (line: string) => console.log(line);
const started = (one: Running) => (endingSince === null ? void running.push(one) : one.kill());

async function end(code: number): Promise<void> {
  endingSince = Date.now();
  for (const one of running.toReversed()) await one.stop();
  process.exit(code);
}

function interrupted(): void {
  if (endingSince === null) {
    say("Stopping …");
    void end(0);
  } else if (Date.now() - endingSince > ECHO_MS) {
    for (const one of running.toReversed()) one.kill();
    process.exit(1);
  }
}

async function makeDemoOrders(shop: Shop): Promise<void> {
  if (!existsSync(join(rootFolder, "scripts/demo-orders.ts"))) return;
  say("Making the demo orders …");
  const program = startProgram("demo orders", ["--import", "tsx", "scripts/demo-orders.ts"], shop.env);
  started(program);
  const { code, lastLines } = await shop.unlessDead(program.exited);
  if (code !== 0) throw new Error(`The demo orders could not be made:\n${lastLines}`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupted);
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {}); // the reader may go away, we stay
if (process.env.npm_lifecycle_event) {
  const npm = process.ppid; // it cannot pass on a SIGKILL
  setInterval(() => process.ppid !== npm && endingSince === null && interrupted(), 300).unref();
}

try {
  const databaseFolder = join(rootFolder, ".data/postgres");
  const shop = await startShop({ source: process.env, profile: "demo", dev, databaseFolder, say, started });
  await makeDemoOrders(shop);
  for (const program of shop.programs) program.follow();
  callCrons(`http://127.0.0.1:${shop.env.PORT}`, shop.env.CRON_SECRET ?? "", say);
  say(`
The store      ${shop.siteUrl}
The simulator  ${shop.simulatorUrl}
The database   ${shop.databaseUrl}

Shopper        shopper@example.com / shopper-demo-1
Administrator  admin@example.com / admin-demo-1

Ctrl-C stops all of it.`);
  await shop.unlessDead(new Promise<never>(() => {}));
} catch (error) {
  if (endingSince === null) {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  }
}
