import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { databaseUrl } from "@/db/database-url";

type RuleMutant = { rule: string; change: string; statements: string[] };

type Rule = { name: string; of: string; kind: string; definition: string; key: string };

const RULES = sql`
  select conname as name, conrelid::regclass::text as of, contype::text as kind, pg_get_constraintdef(oid) as definition,
    (select attname from pg_attribute where attrelid = conrelid and attnum = (
      select indkey[0] from pg_index where indrelid = conrelid and indisprimary)) as key
  from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'p', 'f')
  union all
  select indexrelid::regclass::text, indrelid::regclass::text, 'i', pg_get_indexdef(indexrelid),
    (select attname from pg_attribute where attrelid = indrelid and attnum = (
      select indkey[0] from pg_index as keys where keys.indrelid = unique_index.indrelid and indisprimary))
  from pg_index as unique_index
  where indisunique and not exists (select from pg_constraint where conindid = indexrelid)
    and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union all
  select tgname, tgrelid::regclass::text, 't', pg_get_triggerdef(oid), '' from pg_trigger where not tgisinternal
  order by 2, 1`;

const dropped = ({ name, of, kind }: Rule): string =>
  kind === "i"
    ? `drop index "${name}"`
    : kind === "t"
      ? `drop trigger "${name}" on ${of}`
      : `alter table ${of} drop constraint "${name}" cascade`;

/** The rule by its name still, but one that nothing breaks; null where there is no such thing. */
function hollowed({ name, of, kind, definition, key }: Rule): string | null {
  switch (kind) {
    case "c":
      return `alter table ${of} add constraint "${name}" check (true)`;
    case "f":
      return `alter table ${of} add constraint "${name}" ${definition} not enforced`;
    case "u":
      return `create unique index "${name}" on ${of} ${definition.replace(/^UNIQUE /, "").replace(/\)$/, `, "${key}")`)}`;
    case "i":
      return definition.replace(/\)( WHERE .*)?$/, `, "${key}")$1`);
    case "t":
      return `${definition}; alter table ${of} disable trigger "${name}"`;
    default:
      return null;
  }
}

const mutantsOfRule = (rule: Rule): RuleMutant[] => {
  const hollow = hollowed(rule);
  const drop = { rule: rule.name, change: "dropped", statements: [dropped(rule)] };
  return hollow ? [drop, { rule: rule.name, change: "hollow", statements: [dropped(rule), hollow] }] : [drop];
};

type TestServer = { url: string; template: string };

/** Runs statements in one of the server's databases, and leaves no connection that would hinder a copy. */
async function inDatabase<T>(server: TestServer, name: string, run: (db: Pool["db"]) => Promise<T>): Promise<T> {
  const { db, close } = openDatabase(databaseUrl(server.url, name), { max: 1 });
  return run(db).finally(close);
}
type Pool = ReturnType<typeof openDatabase>;

const copied = (server: TestServer, from: string, to: string): Promise<void> =>
  inDatabase(server, "postgres", async (db) => {
    await db.execute(sql`drop database if exists ${sql.identifier(to)}`);
    await db.execute(sql`create database ${sql.identifier(to)} template ${sql.identifier(from)} strategy file_copy`);
  });

/** Each rule of the tests' template, to be taken out of it and put back. */
export async function openRuleMutants(server: TestServer) {
  const pristine = `${server.template}_pristine`;
  await copied(server, server.template, pristine);
  const rules = await inDatabase(server, pristine, async (db) => [...(await db.execute<Rule>(RULES))]);
  return {
    mutants: rules.flatMap(mutantsOfRule),
    breakTemplate: (statements: readonly string[]) =>
      inDatabase(server, server.template, async (db) => {
        for (const statement of statements) await db.execute(sql.raw(statement));
      }),
    mendTemplate: () => copied(server, pristine, server.template),
  };
}
