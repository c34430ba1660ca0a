import { cache } from "react";
import { findCode, listCodes } from "@/lib/discounts/list-codes";
import { pagesOf } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { isAdmin } from "@/lib/shared/context";
import { readId } from "@/lib/shared/read-id";

const PAGE_SIZE = 50;

/** One page of the discount codes, for the staff; null for all others. */
export async function loadCodes(page: unknown) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const number = /^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1;
  const { count, rows } = await listCodes(ctx, { page: number, page_size: PAGE_SIZE });
  const pages = pagesOf("/admin/codes", {}, { page: number, count, size: PAGE_SIZE });
  return { codes: rows, count, pages, isAdmin: isAdmin(ctx.actor), now: ctx.now };
}

/** One code for the staff, whose administrators may change it; null for all others, and where there is none. */
export const loadCode = cache(async (id: string) => {
  const ctx = await loadStaffContext();
  const codeId = readId(id);
  const code = ctx && codeId && (await findCode(ctx, codeId));
  return ctx && code ? { code, isAdmin: isAdmin(ctx.actor), now: ctx.now } : null;
});
