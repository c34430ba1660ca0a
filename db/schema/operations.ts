import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { idColumn, refColumn, timeColumn } from "@/db/schema/columns";
import { users } from "@/db/schema/users";

/** Append-only by trigger: who of the staff did what to what, from where, and what it was before and after. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: idColumn(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    details: jsonb().$type<Record<string, string | number | null>>().notNull(),
    before: jsonb().$type<Record<string, string | number | boolean | null>>(),
    after: jsonb().$type<Record<string, string | number | boolean | null>>(),
    fromAddress: text(),
    fromDevice: text().notNull().default(""),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    index("audit_log_subject").on(t.subject),
    index("audit_log_created_at").on(t.createdAt),
    index("audit_log_actor").on(t.actor, t.id),
    index("audit_log_action").on(t.action, t.id),
  ],
);

/** What the proof of the ledger found, each time that it ran: breaches by invariant, none where all is well. */
export const ledgerProofs = pgTable(
  "ledger_proofs",
  {
    id: idColumn(),
    ranAt: timeColumn().notNull(),
    tookMs: integer().notNull(),
    breaches: jsonb().$type<Record<string, number>>().notNull(),
  },
  (t) => [index("ledger_proofs_ran_at").on(t.ranAt)],
);

/**
 * How often a subject did something in its present window; shared by all processes. Unlogged, since a crash of the
 * database may forget it: counting must not wait for the disk.
 */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    resetsAt: timeColumn().notNull(),
  },
  (t) => [index("rate_limits_resets_at").on(t.resetsAt)],
);

/** One row for each key that a client sent; the answer is rebuilt from the id that it led to. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: refColumn()
      .notNull()
      .references(() => users.id),
    route: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    resultId: refColumn(),
    resultStatus: integer(),
    createdAt: timeColumn().notNull(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_one_use", columns: [t.userId, t.route, t.key] }),
    check("idempotency_keys_only_successes", sql`${t.resultStatus} between 200 and 299`),
    index("idempotency_keys_created_at").on(t.createdAt),
  ],
);
