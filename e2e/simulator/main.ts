import { selfTest } from "./self-test";
import { readSettings } from "./settings";
import { startSimulator } from "./start-simulator";

const USAGE = `npm run simulator                  starts the pretend JazzCash; SIMULATOR_* variables configure it
npm run simulator -- --self-test   holds its hash against the published examples
npm run simulator -- judge …       fires forgeries and doubles at a shop; judge --help says how
docs/simulator.md describes the rest.`;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const simulator = await startSimulator(settings).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${settings.port} or ${settings.smtpPort} is taken; set SIMULATOR_PORT to a free one.`);
  });
  console.log(`JazzCash simulator on ${simulator.url}, its mail receiver on ${simulator.smtpUrl}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
}

function testItself(): void {
  const verdicts = selfTest();
  for (const { name, passed } of verdicts) console.log(`${passed ? "reproduced" : "DIFFERENT "}  ${name}`);
  const reproduced = verdicts.filter(({ passed }) => passed).length;
  console.log(`${reproduced} of ${verdicts.length} examples reproduced`);
  process.exitCode = reproduced === verdicts.length ? 0 : 1;
}

async function judge(args: string[]): Promise<void> {
  const { runJudge } = await import("../judge/run-judge");
  process.exitCode = await runJudge(args);
}

const [command, ...args] = process.argv.slice(2);
try {
  if (command === undefined) await start();
  else if (command === "judge") await judge(args);
  else if (command === "--self-test") testItself();
  else if (command === "--help") console.log(USAGE);
  else throw new Error(`There is no ${command}.\n${USAGE}`);
} catch (error) {
  console.error(`JazzCash simulator: ${error instanceof Error ? error.message : "could not start"}`);
  process.exit(1);
}
