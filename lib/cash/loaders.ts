import { listCash, sumCash } from "@/lib/cash/list-cash";
import { ListCashQuery } from "@/lib/cash/schemas";
import { type Address, filtersIn, pagesOf } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import type { OrderView } from "@/lib/orders/schemas";
import { getSettings } from "@/lib/settings/get-settings";

const PAGE_SIZE = 50;

/** Whether the buyer of a cash order is still to be reached by phone before work on it begins. */
export async function loadNeedsCall(
  { status, payment_status }: Pick<OrderView, "status" | "payment_status">,
  calledAt: string | null,
): Promise<boolean> {
  if (status !== "confirmed" || payment_status !== "unpaid" || calledAt !== null) return false;
  const ctx = await loadStaffContext();
  return ctx !== null && (await getSettings(ctx)).cashNeedsCall;
}

/** Cash that is not the shop's yet, by the filters of its address; null for everybody but the staff. */
export async function loadCash(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, page_size: _, ...filters } = filtersIn(ListCashQuery, address);
  const query = { ...ListCashQuery.parse({}), ...filters, page, page_size: PAGE_SIZE };
  const [{ count, rows }, couriers] = await Promise.all([listCash(ctx, query), sumCash(ctx)]);
  const pages = pagesOf("/admin/cash", filters, { page, count, size: PAGE_SIZE });
  const done = doneIn(address);
  return { count, rows, couriers, place: query.place, courier: query.courier, pages, done, now: ctx.now };
}

const numberIn = (value: Address[string]): number =>
  typeof value === "string" && /^\d{1,3}$/.test(value) ? Number(value) : 0;

/** What became of the parcels that were ticked before. */
function doneIn({ recorded, refused }: Address): { recorded: number; refused: number } | null {
  return recorded === undefined && refused === undefined
    ? null
    : { recorded: numberIn(recorded), refused: numberIn(refused) };
}
