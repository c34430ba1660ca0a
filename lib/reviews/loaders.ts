import { findEmails } from "@/lib/desk/queries";
import { env } from "@/lib/env";
import { type Address, filtersIn, pagesOf, pathWith } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { countOldReviews, listReviews } from "@/lib/reviews/queries";
import { ListReviewsQuery } from "@/lib/reviews/schemas";
import { actorName, isAdmin } from "@/lib/shared/context";

const PAGE_SIZE = 20;
const PATH = "/admin/review";

/** One page of what waits for a person, or waited, for the staff; null for all others. */
export async function loadReviews(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, page_size: _, open = "true", ...others } = filtersIn(ListReviewsQuery, address);
  const filters = { ...others, open };
  const asked = { ...filters, page, page_size: PAGE_SIZE };
  const [{ count, rows }, old] = await Promise.all([listReviews(ctx, asked), countOldReviews(ctx)]);
  const people = await findEmails(
    ctx,
    rows.map((row) => row.closed_by ?? ""),
  );
  return {
    reviews: rows,
    people,
    count,
    old,
    filters,
    pages: pagesOf(PATH, filters, { page, count, size: PAGE_SIZE }),
    here: pathWith(PATH, { ...filters, page }),
    me: actorName(ctx.actor),
    isAdmin: isAdmin(ctx.actor),
    isReal: env().jazzcash.environment === "production",
    now: ctx.now,
  };
}
