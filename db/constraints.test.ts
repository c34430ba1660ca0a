import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { databaseError } from "@/db/broken-constraint";
import type { Database } from "@/db/client";
import { BREACHES, DIFFERENT } from "@/db/test-breaches";
import { testDatabase } from "@/db/test-database";
import { fillEveryTable } from "@/db/test-rows";
import { problem } from "@/lib/http/problem";
import { BROKEN_RULES } from "@/lib/shared/broken-rules";
import { ERROR_STATUS } from "@/lib/shared/errors";

vi.spyOn(console, "error").mockImplementation(() => {}); // each broken rule is told to the log as well

const { db } = testDatabase();

type Rule = { name: string; of: string; kind: "check" | "unique" | "primary" | "foreign"; columns: string[] };
type AppendOnly = { name: string; of: string; isAlways: boolean; isOnAll: boolean };

const SQLSTATE = { check: "23514", unique: "23505", primary: "23505", foreign: "23503", append_only: "23000" };

const RULES = sql`
  select conname as name, relname as of, array(
      select attname from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns,
    case contype when 'c' then 'check' when 'u' then 'unique' when 'p' then 'primary' else 'foreign' end as kind
  from pg_constraint join pg_class on pg_class.oid = conrelid
  where connamespace = 'public'::regnamespace and contype in ('c', 'u', 'p', 'f')
  union all
  select indexrelid::regclass::text, indrelid::regclass::text, '{}', 'unique' from pg_index
  where indisunique and not exists (select from pg_constraint where conindid = indexrelid)
    and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`;

const [BEFORE, DELETE, UPDATE, TRUNCATE] = [2, 8, 16, 32];
const APPEND_ONLY = sql`
  select tgname as name, relname as of, tgenabled = 'A' as is_always,
    tgtype = ${BEFORE + DELETE + UPDATE + TRUNCATE} as is_on_all
  from pg_trigger join pg_class on pg_class.oid = tgrelid
  where not tgisinternal and tgfoid = 'refuse_change'::regproc`;

const rulesOfTheCatalogue = async () => [...(await db.execute<Rule>(RULES))];
const appendOnlyTables = async () => [...(await db.execute<AppendOnly>(APPEND_ONLY))];

beforeAll(() => fillEveryTable(db));

/** Puts in the table's valid row once more, changed; with its own id where `keepsId`. */
async function copyRow(tx: Database, of: string, changes: object, keepsId = false): Promise<void> {
  const found = await tx.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${of}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and (attidentity = '' or ${keepsId})`);
  const columns = sql.join(
    [...found].map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const table = sql.identifier(of);
  await tx.execute(sql`
    insert into ${table} (${columns}) overriding system value
    select ${columns} from jsonb_populate_record(null::${table},
      (select to_jsonb(valid) from ${table} as valid limit 1) || ${JSON.stringify(changes)}::jsonb)`);
}

/** How the database refuses, and what `problem` makes of it; nothing stays. */
async function refusalOf(run: (tx: Database) => Promise<void>) {
  try {
    await db.transaction(async (tx) => {
      await run(tx);
      tx.rollback();
    });
  } catch (thrown) {
    const error = databaseError(thrown);
    const answer = problem(thrown);
    const { code, detail } = await answer.json();
    return { state: error?.code, rule: error?.constraint_name, status: answer.status, code, detail };
  }
}

const told = (name: string, state: string) => {
  const { code, detail } = BROKEN_RULES[name] ?? { code: "internal_error" as const, detail: "no sentence is written" };
  return { state, rule: name, status: ERROR_STATUS[code], code, detail };
};

async function breakRule(tx: Database, { name, of, kind, columns }: Rule): Promise<void> {
  if (kind === "primary") return copyRow(tx, of, {}, true);
  if (kind === "foreign") return copyRow(tx, of, { ...DIFFERENT[of], [columns[0] ?? ""]: -1 });
  for (const row of BREACHES[name]?.rows ?? []) await copyRow(tx, of, row);
}

test("whatever rule of the data is broken, the database refuses it by name and a person is told what is wrong", async () => {
  const rules = await rulesOfTheCatalogue();
  expect(rules.length).toBeGreaterThan(80);
  for (const rule of rules) {
    const refusal = await refusalOf((tx) => breakRule(tx, rule));
    expect.soft(refusal, rule.name).toEqual(told(rule.name, SQLSTATE[rule.kind]));
  }
});

test("there is a sentence for each rule and a rule for each sentence, and a way to break all that are not keys", async () => {
  const rules = await rulesOfTheCatalogue();
  const names = [...rules, ...(await appendOnlyTables())].map(({ name }) => name);
  expect(Object.keys(BROKEN_RULES).toSorted()).toEqual(names.toSorted());
  const toBreak = rules.filter(({ kind }) => kind === "check" || kind === "unique");
  expect(
    Object.entries(BREACHES)
      .map(([name, { of }]) => `${of}: ${name}`)
      .toSorted(),
  ).toEqual(toBreak.map(({ name, of }) => `${of}: ${name}`).toSorted());
  for (const { detail } of Object.values(BROKEN_RULES)) expect(detail).toMatch(/^[A-Z][^_]+\.$/);
});

const changes = (of: string): SQL[] => {
  const table = sql.identifier(of);
  return [
    sql`update ${table} set created_at = created_at`,
    sql`update ${table} set created_at = created_at where false`,
    sql`delete from ${table}`,
    sql`truncate ${table}`,
    sql`insert into ${table} overriding system value select * from ${table} on conflict (id) do update set created_at = excluded.created_at`,
  ];
};

test("what was written down of money, messages, orders and staff can be changed by nobody, as a replica neither", async () => {
  const found = await appendOnlyTables();
  expect(found.map(({ of }) => of).toSorted()).toEqual([
    "audit_log",
    "money_movements",
    "order_status_history",
    "payment_events",
    "stock_changes",
  ]);
  for (const { name, of, ...trigger } of found) {
    expect(trigger, name).toEqual({ isAlways: true, isOnAll: true });
    for (const role of ["origin", "replica"]) {
      for (const [at, change] of changes(of).entries()) {
        const refusal = await refusalOf(async (tx) => {
          await tx.execute(sql`select set_config('session_replication_role', ${role}, true)`);
          await tx.execute(change);
        });
        expect.soft(refusal, `${name} ${role} ${at}`).toEqual(told(name, SQLSTATE.append_only));
      }
    }
  }
});
