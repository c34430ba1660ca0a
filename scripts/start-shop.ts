import { openDatabase } from "@/db/client";
import { freePort } from "@/db/free-port";
import { startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { seedShop } from "@/db/seed/seed-shop";
import { readEnv } from "@/lib/env";
import { buildIsFresh, buildShop } from "@/scripts/build-shop";
import { portIsTaken } from "@/scripts/port-is-taken";
import { type Profile, shopEnv } from "@/scripts/shop-env";
import { type Program, startProgram } from "@/scripts/start-program";
import { untilAnswers } from "@/scripts/until-answers";

export type Running = { stop: () => Promise<void>; kill: () => void };

export type Shop = {
  env: NodeJS.ProcessEnv;
  siteUrl: string;
  simulatorUrl: string;
  databaseUrl: string;
  programs: Program[];
  unlessDead: <T>(work: Promise<T>) => Promise<T>;
};

type Options = {
  source: NodeJS.ProcessEnv;
  profile: Profile;
  dev?: boolean;
  databaseFolder: string;
  say: (line: string) => void;
  started: (running: Running) => void;
};

/**
 * Starts a whole shop on this machine: database, migrations, seed, build, simulator, store. Resolves when both answer.
 * Everything that was started is told to `started` at once, in the order of starting, so that it can be stopped again.
 */
export async function startShop({
  source,
  profile,
  dev = false,
  databaseFolder,
  say,
  started,
}: Options): Promise<Shop> {
  const env = shopEnv(await withMailPort(source), profile, dev);
  const reading = readEnv(env);
  if (reading.problems) throw new Error(reading.problems.map((p) => `${p.variable}: ${p.message}`).join("\n"));
  for (const variable of ["PORT", "SIMULATOR_PORT", "SIMULATOR_SMTP_PORT"]) {
    const port = env[variable];
    if (await portIsTaken(Number(port)))
      throw new Error(`Port ${port} is taken: stop what listens there, or set ${variable}.`);
  }
  Object.assign(env, reading.derived);

  const deaths: Promise<Error>[] = [];
  const unlessDead = <T>(work: Promise<T>) =>
    Promise.race([work, Promise.race(deaths).then((error) => Promise.reject<T>(error))]);
  if (!env.DATABASE_URL) {
    say("Starting the embedded PostgreSQL …");
    const server = await startPostgres(databaseFolder, { durable: profile === "demo" });
    started(server);
    deaths.push(server.exited.then((log) => death("PostgreSQL", log)));
    if (server.moved) say(`  its data is in ${server.folder}, where the user that it runs as can reach it`);
    env.DATABASE_URL = server.url;
  }
  const databaseUrl = env.DATABASE_URL;
  say("Bringing the database to the newest migration …");
  await unlessDead(migrate(databaseUrl));
  say("Seeding the catalogue and the demo accounts …");
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  await unlessDead(seedShop(db, { demoAccounts: true }).finally(close));

  if (!dev && !buildIsFresh()) {
    say("Building the store for production …");
    const built = await unlessDead(buildShop(started));
    if (built.code !== 0) throw new Error(`The build failed:\n${built.lastLines}`);
  }

  const start = (name: string, argv: string[]) => {
    const program = startProgram(name, argv, env);
    started(program);
    deaths.push(program.exited.then(({ lastLines }) => death(`The ${name}`, lastLines)));
    return program;
  };
  say("Starting the JazzCash simulator and the store …");
  const programs = [
    start("simulator", ["--import", "tsx", "e2e/simulator/main.ts"]),
    start("store", ["scripts/start.mjs", ...(dev ? ["--dev"] : [])]),
  ];
  const simulatorUrl = `http://127.0.0.1:${env.SIMULATOR_PORT}`;
  const ready = `http://127.0.0.1:${env.PORT}/api/health/ready/`;
  await unlessDead(Promise.all([untilAnswers(simulatorUrl), untilAnswers(ready)]));
  return { env, siteUrl: reading.env.siteUrl, simulatorUrl, databaseUrl, programs, unlessDead };
}

/** Nobody has to know of the mail receiver's port: where the one after the simulator's is taken, another serves as well. */
async function withMailPort(source: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  if (source.SIMULATOR_SMTP_PORT) return source;
  const next = Number(source.SIMULATOR_PORT || 4000) + 1;
  const isUsable = next !== Number(source.PORT || 3000) && next <= 65_535 && !(await portIsTaken(next));
  return { ...source, SIMULATOR_SMTP_PORT: String(isUsable ? next : await freePort()) };
}

function death(who: string, lastLines: string): Error {
  return new Error(`${who} ended unexpectedly. Its last lines:\n${lastLines}`);
}
