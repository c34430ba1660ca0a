import { and, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import type { AuditEntryView, AuditFilters, ListAuditQuery } from "@/lib/audit/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { minutesAfter, pakistanMidnight } from "@/lib/shared/pakistan-time";

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
    subject ? eq(auditLog.subject, subject) : undefined,
    from ? gte(auditLog.createdAt, pakistanMidnight(from)) : undefined,
    to ? lt(auditLog.createdAt, minutesAfter(pakistanMidnight(to), DAY_MINUTES)) : undefined,
  );

/** What the staff did, the newest first. */
export async function listAudit(
  { db }: UserCtx,
  { page, page_size, ...filters }: ListAuditQuery,
): Promise<{ count: number; rows: AuditEntryView[] }> {
  const where = matchesEntry(filters);
  const [[total], rows] = await Promise.all([
    db.select({ count: count() }).from(auditLog).where(where),
    db
      .select({ entry: auditLog, email: users.email, name: users.name })
      .from(auditLog)
      .leftJoin(users, ofActor)
      .where(where)
      .orderBy(desc(auditLog.id))
      .limit(page_size)
      .offset((page - 1) * page_size),
  ]);
  const views = rows.map(({ entry, email, name }) => ({
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
  }));
  return { count: total?.count ?? 0, rows: views };
}

/** The actions that there are, for the filter. */
export async function listAuditActions(db: Database): Promise<string[]> {
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
