import { z } from "zod";
import { dayField, PageQuery, textField, timeView } from "@/lib/shared/fields";

export const AuditFilters = z.object({
  actor: textField(254).optional(),
  action: textField(60).optional(),
  subject: textField(254).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

const entryId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "must be the id of an entry")
  .transform(Number);

/** The log is read from one entry on, not by numbers of pages: older than `before`, or newer than `after`. */
export const ListAuditQuery = PageQuery.pick({ page_size: true }).extend({
  ...AuditFilters.shape,
  before: entryId.optional(),
  after: entryId.optional(),
});
export type ListAuditQuery = z.infer<typeof ListAuditQuery>;

const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const AuditEntryView = z.object({
  id: z.int(),
  created_at: timeView,
  actor: z.string(),
  actor_email: z.string().nullable(),
  actor_name: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  details: facts,
  before: facts.nullable(),
  after: facts.nullable(),
  from_address: z.string().nullable(),
  from_device: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

/** What an entry is about, by the name that people know it by, and where it can be seen. */
export type SubjectName = { name: string; href: string };

/** An entry as the page shows it: with the browser and system in short. */
export type ShownEntry = AuditEntryView & { device: { browser: string; system: string } | null };
