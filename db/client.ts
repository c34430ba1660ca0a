import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { EXPORTS_AT_ONCE } from "@/lib/exports/model";

/** The pool, or one transaction of it: use-cases take either. */
export type Database = PgDatabase<
  PostgresJsQueryResultHKT,
  Record<string, never>,
  ExtractTablesWithRelations<Record<string, never>>
>;

const TIMESTAMPTZ = 1184;
const STATEMENT_TIMEOUT_MS = 15_000;

export type OpenOptions = {
  max?: number;
  pooler?: "none" | "transaction";
  /** How long a connection that nobody needs stays open; unset it stays. */
  idleSeconds?: number;
  onStatement?: (connection: number, text: string) => void;
};

/**
 * Opens a pool. A plan that was prepared while a table was small would read all of it still when it has grown, so a
 * connection goes by the indexes wherever there is one. Behind a transaction pooler nothing is prepared and no session
 * setting is made.
 */
export function openDatabase(url: string, { max = 10, pooler = "none", idleSeconds, onStatement }: OpenOptions = {}) {
  const client = postgres(url, {
    max,
    prepare: pooler === "none",
    connect_timeout: 5,
    idle_timeout: idleSeconds,
    onnotice: () => {},
    debug: onStatement,
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    ...(pooler === "none" && {
      connection: {
        enable_seqscan: "off",
        statement_timeout: STATEMENT_TIMEOUT_MS,
        idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      },
    }),
  });
  const database: Database = drizzle(client, { casing: "snake_case" });
  client.options.parsers[TIMESTAMPTZ] = (text: string) => new Date(text);
  client.options.serializers[TIMESTAMPTZ] = (time: Date | string) => (time instanceof Date ? time.toISOString() : time);
  return { db: database, close: () => client.end({ timeout: 5 }) };
}

type Pool = ReturnType<typeof openDatabase>;

const YOUNG_MS = 1000;
const globals = globalThis as typeof globalThis & {
  saudaPool?: Pool;
  saudaPoolOpenedAt?: number;
  saudaExportsPool?: Pool;
};

/** The process's own pool, opened at the first use; one for all copies that a bundler makes of this module. */
export function database(): Database {
  if (!globals.saudaPool) {
    globals.saudaPool = openDatabase(env().databaseUrl, { max: env().databasePoolMax, pooler: env().databasePooler });
    globals.saudaPoolOpenedAt = performance.now();
  }
  return globals.saudaPool.db;
}

/** Connections of their own for those who read long, so that no shopper waits for them; closed while nobody does. */
export function exportsDatabase(): Database {
  globals.saudaExportsPool ??= openDatabase(env().databaseUrl, {
    max: EXPORTS_AT_ONCE,
    pooler: env().databasePooler,
    idleSeconds: 20,
  });
  return globals.saudaExportsPool.db;
}

/**
 * Puts a new pool in the place of the present one. After a connection was lost in the middle of a write the driver keeps
 * a writer that never writes again; what still waits on the old pool is refused within its closing time. A young pool
 * stays: the loss is the old one's.
 */
export function renewDatabase(): void {
  const lost = [globals.saudaPool, globals.saudaExportsPool];
  if (performance.now() - (globals.saudaPoolOpenedAt ?? 0) < YOUNG_MS) return;
  globals.saudaPool = undefined;
  globals.saudaExportsPool = undefined;
  for (const pool of lost) void pool?.close();
}
