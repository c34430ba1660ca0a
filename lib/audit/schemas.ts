import { z } from "zod";
import { dayField, PageQuery, textField, timeView } from "@/lib/shared/fields";

export const AuditFilters = z.object({
  actor: textField(254).optional(),
  action: textField(60).optional(),
  subject: textField(80).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
});
export type AuditFilters = z.infer<typeof AuditFilters>;

export const ListAuditQuery = PageQuery.extend(AuditFilters.shape);
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
