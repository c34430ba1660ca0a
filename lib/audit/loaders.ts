import { changesIn, subjectIn } from "@/lib/audit/model";
import { nameSubjects } from "@/lib/audit/name-subjects";
import { listAudit, listAuditActions } from "@/lib/audit/queries";
import { type AuditEntryView, ListAuditQuery } from "@/lib/audit/schemas";
import { type Address, filtersIn, pathWith } from "@/lib/http/address-filters";
import { loadAdminContext } from "@/lib/http/load-staff-context";
import { readDevice } from "@/lib/users/read-device";

const PAGE_SIZE = 50;
const PATH = "/admin/audit";

/** All that an entry names: what it is about, and who and what stands in its fields. */
const namedIn = ({ subject, before, after, details }: AuditEntryView): string[] => [
  subject,
  ...changesIn(before, after).flatMap((change) =>
    [subjectIn(change.field, change.before) ?? [], subjectIn(change.field, change.after) ?? []].flat(),
  ),
  ...Object.entries(details).flatMap(([field, value]) => subjectIn(field, value) ?? []),
];

/** The audit's page; null for all but administrators. */
export async function loadAudit(address: Address) {
  const ctx = await loadAdminContext();
  if (!ctx) return null;
  const { page_size: _size, before, after, ...filters } = filtersIn(ListAuditQuery, address);
  const [{ count, rows, newer, older }, actions] = await Promise.all([
    listAudit(ctx, { ...filters, before, after, page_size: PAGE_SIZE }),
    listAuditActions(ctx),
  ]);
  const names = await nameSubjects(ctx.db, rows.flatMap(namedIn));
  return {
    rows: rows.map((row) => ({ ...row, device: readDevice(row.from_device) })),
    names,
    count,
    newer: newer === null ? null : pathWith(PATH, { ...filters, after: newer }),
    older: older === null ? null : pathWith(PATH, { ...filters, before: older }),
    actions,
    filters,
    now: ctx.now,
  };
}
