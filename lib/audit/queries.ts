import { and, asc, desc, eq, gt, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { subjectsNamed } from "@/lib/audit/name-subjects";
import type { AuditEntryView, AuditFilters, ListAuditQuery } from "@/lib/audit/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter, pakistanMidnight } from "@/lib/shared/pakistan-time";
import { requireAdmin } from "@/lib/shared/require-role";

const DAY_MINUTES = 24 * 60;

/** Joins the account of whoever acted, where that was a person. */
export const ofActor: SQL = sql`${users.id} = case when ${auditLog.actor} ~ '^user:[0-9]{1,15}$'
  then substring(${auditLog.actor} from 6)::bigint end`;

const namedActors = (actor: string): SQL | undefined =>
  or(
    eq(auditLog.actor, actor),
    inArray(
      auditLog.actor,
      sql`(select 'user:' || id from ${users} as person where lower(person.email) = lower(${actor}))`,
    ),
  );

/** What the filters leave: an actor by e-mail or name, an action by its beginning, a subject, whole days of Pakistan's. */
export const matchesEntry = ({ actor, action, subject, from, to }: AuditFilters): SQL | undefined =>
  and(
    actor ? namedActors(actor) : undefined,
    action ? sql`starts_with(${auditLog.action}, ${action})` : undefined,
    subject ? sql`${auditLog.subject} = any(${subjectsNamed(subject)})` : undefined,
    from ? gte(auditLog.createdAt, pakistanMidnight(from)) : undefined,
    to ? lt(auditLog.createdAt, minutesAfter(pakistanMidnight(to), DAY_MINUTES)) : undefined,
  );

/** Entries of a day or more outside the days asked for are passed over by their ids, which follow the time. */
const nearDays = ({ from, to }: AuditFilters): SQL | undefined => {
  const idAt = (moment: Date, isLast: boolean): SQL => sql`(
    select id from ${auditLog} where created_at ${isLast ? sql`<` : sql`>`} ${moment}
    order by created_at ${isLast ? sql`desc` : sql`asc`} limit 1)`;
  const first = from === undefined ? undefined : idAt(minutesAfter(pakistanMidnight(from), -DAY_MINUTES), true);
  const last = to === undefined ? undefined : idAt(minutesAfter(pakistanMidnight(to), 2 * DAY_MINUTES), false);
  return and(
    first ? sql`${auditLog.id} >= coalesce(${first}, 0)` : undefined,
    last ? sql`${auditLog.id} <= coalesce(${last}, 9223372036854775807)` : undefined,
  );
};

/** So many are counted; how many more there are nobody waits for. */
const MOST_COUNTED = 1000;

const countUpTo = async (db: Database, where: SQL | undefined): Promise<number | null> => {
  const counted = db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(where)
    .limit(MOST_COUNTED + 1)
    .as("counted");
  const found = await db.$count(counted);
  return found > MOST_COUNTED ? null : found;
};

type AuditPage = { count: number | null; rows: AuditEntryView[]; newer: number | null; older: number | null };

/**
 * What the staff did, the newest first; `older` and `newer` are the entries from which the neighbouring pages are read.
 * The count is null where there are more than a thousand.
 */
export async function listAudit(ctx: UserCtx, query: ListAuditQuery): Promise<AuditPage> {
  requireAdmin(ctx.actor);
  const { db } = ctx;
  const { page_size, before, after, actor, action, ...filters } = query;
  const actors = actor && (await findActors(db, actor));
  const actions = action && (await listAuditActions(ctx)).filter((known) => known.startsWith(action));
  const where = and(
    matchesEntry(filters),
    nearDays(filters),
    actors ? inArray(auditLog.actor, actors) : undefined,
    actions ? inArray(auditLog.action, actions) : undefined,
  );
  const from = after ? gt(auditLog.id, after) : before && lt(auditLog.id, before);
  const [count, found] = await Promise.all([
    countUpTo(db, where),
    db
      .select({ entry: auditLog, email: users.email, name: users.name })
      .from(auditLog)
      .leftJoin(users, ofActor)
      .where(and(where, from || undefined))
      .orderBy(after ? asc(auditLog.id) : desc(auditLog.id))
      .limit(page_size + 1),
  ]);
  const hasMore = found.length > page_size;
  if (after && !hasMore) return listAudit(ctx, { ...query, after: undefined, before: undefined }); // the newest page
  const rows = found.slice(0, page_size).map(entryView);
  if (after) rows.reverse();
  const older = after || hasMore ? (rows.at(-1)?.id ?? null) : null;
  const newer = after || before ? (rows[0]?.id ?? null) : null;
  return { count, rows, older, newer };
}

/** The names that the log has for an actor given by name or e-mail: looked up first, so that the log's index serves. */
async function findActors(db: Database, actor: string): Promise<string[]> {
  const people = await db
    .select({ id: users.id })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${actor})`);
  return [actor, ...people.map(({ id }) => `user:${id}`)];
}

type Found = { entry: typeof auditLog.$inferSelect; email: string | null; name: string | null };

const entryView = ({ entry, email, name }: Found): AuditEntryView => ({
  id: entry.id,
  created_at: entry.createdAt.toISOString(),
  actor: entry.actor,
  actor_email: email,
  actor_name: name,
  action: entry.action,
  subject: entry.subject,
  details: entry.details,
  before: entry.before,
  after: entry.after,
  from_address: entry.fromAddress,
  from_device: entry.fromDevice,
});

/** The actions that there are, for the filter. */
export async function listAuditActions({ db, actor }: UserCtx): Promise<string[]> {
  requireAdmin(actor);
  const rows = await db.execute<{ action: string }>(sql`
    with recursive known(action) as (
      (select action from ${auditLog} order by action limit 1)
      union all
      select (select action from ${auditLog} where action > known.action order by action limit 1)
      from known where known.action is not null
    )
    select action from known where action is not null`);
  return rows.map((row) => row.action);
}
