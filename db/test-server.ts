import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { databaseUrl } from "@/db/database-url";
import { type EmbeddedPostgres, startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    testServer: { url: string; template: string };
  }
}

/**
 * Once for a whole run of vitest: a server (embedded, or the one of DATABASE_URL) with one migrated database, from
 * which each test file that wants one gets a copy of its own.
 */
export default async function serveTestDatabases(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "sauda-test-"));
  const given = process.env.DATABASE_URL;
  const server = given ? null : await startPostgres(folder, { durable: false });
  const url = given || (server?.url ?? "");
  const template = `sauda_test_${process.pid}`;
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(template)}`;
  await migrate(databaseUrl(url, template));
  project.provide("testServer", { url, template });

  return async () => {
    if (!server) await dropDatabases(admin, template);
    await admin.end({ timeout: 5 });
    await stopServer(server, folder);
  };
}

async function dropDatabases(admin: postgres.Sql, template: string): Promise<void> {
  const made = await admin<{ datname: string }[]>`select datname from pg_database where datname like ${`${template}%`}`;
  for (const { datname } of made) await admin`drop database ${admin(datname)} with (force)`;
}

async function stopServer(server: EmbeddedPostgres | null, folder: string): Promise<void> {
  await server?.stop();
  for (const path of [folder, server?.folder ?? folder]) rmSync(path, { recursive: true, force: true });
}
