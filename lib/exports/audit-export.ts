import { sql } from "drizzle-orm";
import { auditLog } from "@/db/schema/operations";
import { users } from "@/db/schema/users";
import { matchesEntry, ofActor } from "@/lib/audit/queries";
import { exportOf, type ExportOf, whereAll } from "@/lib/exports/export-of";
import type { ExportFilters } from "@/lib/exports/schemas";

const COLUMNS = [
  ["id", "number", auditLog.id],
  ["created_at", "time", auditLog.createdAt],
  ["actor", "text", auditLog.actor],
  ["email", "text", users.email],
  ["action", "text", auditLog.action],
  ["subject", "text", auditLog.subject],
  ["details", "text", sql`${auditLog.details}::text`],
  ["before", "text", sql`${auditLog.before}::text`],
  ["after", "text", sql`${auditLog.after}::text`],
  ["from_address", "text", auditLog.fromAddress],
  ["from_device", "text", auditLog.fromDevice],
] as const;

/** Who of the staff did what, in the order in which it was done. */
export const auditExport = (filters: ExportFilters<"audit">): ExportOf =>
  exportOf(
    COLUMNS,
    sql`from ${auditLog} left join ${users} on ${ofActor} ${whereAll(matchesEntry(filters))} order by ${auditLog.id}`,
  );
