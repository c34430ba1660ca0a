import { type ExtractTablesWithRelations, fillPlaceholders, type Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { PostgresJsSession } from "drizzle-orm/postgres-js";
import type { ParameterOrJSON, Sql } from "postgres";
import type { Database } from "@/db/client";

const dialect = new PgDialect({ casing: "snake_case" });

/** The driver under the pool or the transaction. Not asked by its class: a bundler makes several copies of that. */
const clientOf = (db: Database): Sql =>
  (db._.session as PostgresJsSession<Sql, Record<string, never>, ExtractTablesWithRelations<Record<string, never>>>)
    .client;

/**
 * A statement of the hot way: written once with the schema's columns, compiled once, prepared on the server, and run on
 * the pool or in a transaction alike. It is on its way as soon as it is called. Rows come back with the schema's names.
 */
export function statement<Input extends object, Row extends object>(
  build: (input: { [K in keyof Input]-?: Placeholder }) => SQL,
): (db: Database, input: Input) => Promise<Row[]> {
  const placeholders = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });
  const query = dialect.sqlToQuery(build(placeholders as { [K in keyof Input]-?: Placeholder }));
  return (db, input) => {
    const values = fillPlaceholders(query.params, input as Record<string, unknown>);
    return clientOf(db)
      .unsafe<Row[]>(query.sql, values as ParameterOrJSON<never>[], { prepare: true })
      .execute();
  };
}
