import { sql } from "drizzle-orm";
import { afterAll, beforeAll, vi } from "vitest";
import type { Database } from "@/db/client";

type Kept = { where: string; text: string };

/** Where a person's own number lawfully lives. */
const LAWFUL = new Set(["orders.customer_phone", "users.phone"]);

/** Every text that the database holds, in whatever table and column. */
export async function everythingKept(db: Database): Promise<Kept[]> {
  const columns = await db.execute<{ tableName: string; columnName: string }>(sql`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY')`);
  const kept: Kept[] = [];
  for (const { tableName, columnName } of columns) {
    const where = `${tableName}.${columnName}`;
    if (LAWFUL.has(where)) continue;
    const [table, column] = [sql.identifier(tableName), sql.identifier(columnName)];
    const rows = await db.execute<{ text: string }>(sql`
      select ${column}::text as text from ${table} where ${column} is not null`);
    kept.push(...[...rows].map(({ text }) => ({ where, text })));
  }
  return kept;
}

/** All that the shop says on its console from here to the end of the file. */
export function listenToConsole(): Kept[] {
  const said: Kept[] = [];
  beforeAll(() => {
    for (const method of ["debug", "error", "info", "log", "trace", "warn"] as const) {
      const keep = (...all: unknown[]) =>
        void said.push({ where: `console.${method}`, text: all.map(String).join(" ") });
      vi.spyOn(console, method).mockImplementation(keep);
    }
    for (const stream of ["stdout", "stderr"] as const) {
      vi.spyOn(process[stream], "write").mockImplementation((text) => {
        said.push({ where: stream, text: String(text) });
        return true;
      });
    }
  });
  afterAll(() => vi.restoreAllMocks());
  return said;
}

/** Whether a text holds a number however it is grouped, or a word in whatever letters; four digits only by themselves. */
export function holds(text: string, secret: string): boolean {
  const small = text.toLowerCase();
  const sought = secret.toLowerCase();
  if (sought.length <= 4) return new RegExp(`(?<![\\p{L}\\p{Nd}])${sought}(?![\\p{L}\\p{Nd}])`, "u").test(small);
  return small.includes(sought) || (sought.length > 6 && small.replace(/[^\p{L}\p{Nd}]/gu, "").includes(sought));
}
