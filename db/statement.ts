import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * A statement of the hot way: written once with the schema's columns, compiled once, prepared on the server,
 * and run on the pool or in a transaction alike. Rows come back with the schema's names.
 */
export function statement<Input extends object, Row extends object>(
  build: (input: { [K in keyof Input]-?: Placeholder }) => SQL,
): (db: Database, input: Input) => Promise<Row[]> {
  const placeholders = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });
  const query = dialect.sqlToQuery(build(placeholders as { [K in keyof Input]-?: Placeholder }));
  return async (db, input) => {
    const prepared = db._.session.prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(
      query,
      undefined,
      "hot",
      false,
    );
    return [...(await prepared.execute(input as Record<string, unknown>))];
  };
}
