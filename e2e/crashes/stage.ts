import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase } from "@/db/client";
import { type EmbeddedPostgres, startPostgres } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { migrate } from "@/db/migrate";
import { seedShop } from "@/db/seed/seed-shop";
import { startDatabaseProxy } from "@/e2e/crashes/database-proxy";
import { readEnv } from "@/lib/env";
import { shopEnv } from "@/scripts/shop-env";
import { type Program, startProgram } from "@/scripts/start-program";
import { untilAnswers } from "@/scripts/until-answers";

export type Stage = {
  site: string;
  simulator: string;
  cronSecret: string;
  db: Database;
  killStore: () => Promise<void>;
  crashDatabase: () => Promise<void>;
  cutLines: () => void;
  refuseWrites: (isRefused: boolean) => Promise<void>;
  /** Starts again whatever was broken and waits until the shop answers. */
  mend: () => Promise<void>;
  lastLinesOfTheStore: () => string;
  end: () => Promise<void>;
};

const HURRIED = {
  SIMULATOR_IPN_DELAY_MS: "30",
  SIMULATOR_IPN_RETRY_MS: "150",
  SIMULATOR_IPN_TIMEOUT_MS: "2000",
  SIMULATOR_WALLET_DELAY_MS: "100",
  JAZZCASH_TIMEOUT_MS: "3000",
  JAZZCASH_WALLET_TIMEOUT_MS: "4000",
  RATE_LIMIT_FACTOR: "100000",
  DATABASE_POOL_MAX: "3", // fewer than there are shoppers, so that it is exhausted all the time
};

/** A whole shop to break: a durable database behind a proxy, the simulator, and the built store as a program of its own. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "sauda-crashes-"));
  let postgres: EmbeddedPostgres = await startPostgres(join(folder, "postgres"));
  const proxy = await startDatabaseProxy();
  const own = {
    PORT: String(await freePort()),
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_SMTP_PORT: String(await freePort()),
    SITE_URL: "",
    ...HURRIED,
  };
  const throughProxy = `postgres://postgres@127.0.0.1:${proxy.port}/postgres`;
  const env = shopEnv({ ...process.env, ...own, DATABASE_URL: throughProxy }, "test", false);
  const reading = readEnv(env);
  if (reading.problems) throw new Error(JSON.stringify(reading.problems));
  Object.assign(env, reading.derived);
  Object.assign(process.env, env, { NODE_ENV: "test" }); // the settling afterwards runs in this process
  proxy.lead(Number(new URL(postgres.url).port));
  await migrate(postgres.url);
  const { db, close } = openDatabase(throughProxy, { max: 4 });
  await seedShop(db, { demoAccounts: true });

  const simulator = startProgram("simulator", ["--import", "tsx", "e2e/simulator/main.ts"], env);
  const startStore = (): Program => startProgram("store", ["scripts/start.mjs"], env);
  let store = startStore();
  let lastLines = "";
  const ready = `http://127.0.0.1:${env.PORT}/api/health/ready/`;
  await Promise.all([untilAnswers(`http://127.0.0.1:${env.SIMULATOR_PORT}`), untilAnswers(ready)]);
  let isStoreDead = false;
  let isDatabaseDead = false;
  return {
    site: reading.env.siteUrl,
    simulator: `http://127.0.0.1:${env.SIMULATOR_PORT}`,
    cronSecret: env.CRON_SECRET ?? "",
    db,
    killStore: async () => {
      store.kill();
      isStoreDead = true;
      lastLines = (await store.exited).lastLines;
    },
    crashDatabase: async () => {
      postgres.kill();
      isDatabaseDead = true;
      await postgres.exited;
    },
    cutLines: proxy.cut,
    refuseWrites: async (isRefused) => {
      const direct = openDatabase(postgres.url, { max: 1 });
      await direct.db.execute(`alter system set default_transaction_read_only = ${isRefused ? "on" : "off"}`);
      await direct.db.execute("select pg_reload_conf()");
      await direct.close();
    },
    mend: async () => {
      if (isDatabaseDead) {
        postgres = await startPostgres(join(folder, "postgres"));
        proxy.lead(Number(new URL(postgres.url).port));
        isDatabaseDead = false;
      }
      if (isStoreDead) store = startStore();
      isStoreDead = false;
      await untilAnswers(ready);
    },
    lastLinesOfTheStore: () => lastLines,
    end: async () => {
      await close();
      await store.stop();
      await simulator.stop();
      proxy.close();
      await postgres.stop();
      for (const path of [folder, postgres.folder]) rmSync(path, { recursive: true, force: true });
    },
  };
}
