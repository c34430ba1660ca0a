import { listAudit, listAuditActions } from "@/lib/audit/queries";
import { ListAuditQuery } from "@/lib/audit/schemas";
import { type Address, filtersIn } from "@/lib/http/address-filters";
import { loadAdminContext } from "@/lib/http/load-staff-context";

const PAGE_SIZE = 50;

/** The audit's page; null for all but administrators. */
export async function loadAudit(address: Address) {
  const ctx = await loadAdminContext();
  if (!ctx) return null;
  const { page = 1, page_size: _size, ...filters } = filtersIn(ListAuditQuery, address);
  const [entries, actions] = await Promise.all([
    listAudit(ctx, { ...filters, page, page_size: PAGE_SIZE }),
    listAuditActions(ctx.db),
  ]);
  return { ...entries, actions, filters, page, pages: Math.max(1, Math.ceil(entries.count / PAGE_SIZE)), now: ctx.now };
}
