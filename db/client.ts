import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";

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
  onStatement?: (connection: number, text: string) => void;
};

/** Opens a pool. Behind a transaction pooler nothing is prepared and no session setting is made. */
export function openDatabase(url: string, { max = 10, pooler = "none", onStatement }: OpenOptions = {}) {
  const client = postgres(url, {
    max,
    prepare: pooler === "none",
    connect_timeout: 5,
    onnotice: () => {},
    debug: onStatement,
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    ...(pooler === "none" && {
      connection: {
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

const globals = globalThis as typeof globalThis & { saudaDatabase?: Database };

/** The process's own pool, opened at the first use; one for all copies that a bundler makes of this module. */
export function database(): Database {
  globals.saudaDatabase ??= openDatabase(env().databaseUrl, {
    max: env().databasePoolMax,
    pooler: env().databasePooler,
  }).db;
  return globals.saudaDatabase;
}
