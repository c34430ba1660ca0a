import { sql } from "drizzle-orm";
import type { LedgerInvariant } from "@/lib/ledger/ledger-invariant";
import { BROKEN_RULES } from "@/lib/shared/broken-rules";

const SUFFIX = "_append_only";
const names = Object.keys(BROKEN_RULES);
const appendOnly = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
const rules = names.filter((name) => !name.endsWith(SUFFIX));

const rows = (words: readonly string[]) => sql.raw(words.map((word) => `('${word}')`).join(", "));

const OUR_TABLES = sql.raw("'public'::regnamespace");
const BEFORE_UPDATE_DELETE_TRUNCATE = 2 + 8 + 16 + 32; // pg_trigger.tgtype, without the bit of row triggers

export const ruleInvariants: LedgerInvariant[] = [
  {
    name: "append_only_triggers_are_on",
    sentence:
      "What was written down of money, messages, orders and staff is guarded against every change, for every role.",
    of: "table",
    query: sql`
      select part::regclass::text as id from (values ${rows(appendOnly)}) as listed (name)
      cross join lateral (
        select to_regclass('public.' || name)::oid as part
        union select inhrelid from pg_inherits where inhparent = to_regclass('public.' || name)
      ) as parts
      where not exists (
        select from pg_trigger join pg_proc on pg_proc.oid = tgfoid
        where tgrelid = part and tgenabled = 'A' and tgtype = ${sql.raw(String(BEFORE_UPDATE_DELETE_TRUNCATE))} and tgqual is null
          and proname = 'refuse_change' and prosrc like '%RAISE EXCEPTION%')`,
  },
  {
    name: "rules_are_in_force",
    sentence: "Every constraint and unique index that the shop relies on is there, enforced and true of all rows.",
    of: "rule",
    query: sql`
      select name as id from (values ${rows(rules)}) as listed (name)
      where not exists (select from pg_constraint where conname = name and connamespace = ${OUR_TABLES})
        and not exists (select from pg_class where relname = name and relkind in ('i', 'I') and relnamespace = ${OUR_TABLES})
      union
      select conname from pg_constraint
      where connamespace = ${OUR_TABLES} and (not convalidated or to_jsonb(pg_constraint)->>'conenforced' = 'false')
      union
      select relname from pg_index join pg_class on pg_class.oid = indexrelid
      where relnamespace = ${OUR_TABLES} and not (indisvalid and indisready and indislive)`,
  },
];
