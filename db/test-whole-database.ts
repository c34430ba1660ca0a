import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { statement } from "@/db/statement";

type TableState = { name: string; rows: number; content: string };
type Reading = ReturnType<typeof statement<object, TableState>>;

const prepared = new WeakMap<Database, Reading>();

async function prepare(db: Database): Promise<Reading> {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> 'rate_limits' order by relname`);
  const each: SQL[] = tables.map(
    ({ name }) => sql`
      select ${sql.raw(`'${name}'`)} as name, count(*)::int as rows, coalesce(sum(hashtextextended(kept::text, 0)), 0)::text as content
      from ${sql.identifier(name)} as kept`,
  );
  const reading = statement<object, TableState>(() => sql.join(each, sql` union all `));
  prepared.set(db, reading);
  return reading;
}

/** Every table with how many rows it has and a hash of them; how often somebody tried something is no change. */
export async function wholeDatabase(db: Database): Promise<TableState[]> {
  const states = await (prepared.get(db) ?? (await prepare(db)))(db, {});
  return [...states].toSorted((one, other) => one.name.localeCompare(other.name));
}
