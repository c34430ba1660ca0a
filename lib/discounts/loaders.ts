import { findCode, listCodes } from "@/lib/discounts/list-codes";
import { loadAdminContext } from "@/lib/http/load-staff-context";

const PAGE_SIZE = 50;

/** One page of the discount codes, for administrators; null for all others. */
export async function loadCodes(page: unknown) {
  const ctx = await loadAdminContext();
  if (!ctx) return null;
  const number = /^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1;
  const { count, rows } = await listCodes(ctx, { page: number, page_size: PAGE_SIZE });
  return { codes: rows, count, page: number, pages: Math.max(1, Math.ceil(count / PAGE_SIZE)), now: ctx.now };
}

/** One code for an administrator; null for all others, and where there is none. */
export async function loadCode(id: string) {
  const ctx = /^[1-9]\d{0,14}$/.test(id) ? await loadAdminContext() : null;
  return ctx && findCode(ctx, Number(id));
}
