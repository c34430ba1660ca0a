import { findEmails } from "@/lib/desk/queries";
import { env } from "@/lib/env";
import { type Address, filtersIn, pagesOf, pathWith } from "@/lib/http/address-filters";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { ALL_REVIEW_ACTIONS, canCloseTogether, type ReviewKind } from "@/lib/reviews/model";
import { countOldReviews, listReviews } from "@/lib/reviews/queries";
import { ListReviewsQuery, type ReviewView } from "@/lib/reviews/schemas";
import { REVIEWS_DONE } from "@/lib/reviews/review-list-after";
import { findSettlement } from "@/lib/settlements/queries";
import { actorName, isAdmin } from "@/lib/shared/context";

const PAGE_SIZE = 20;
const PATH = "/admin/review";

/** One page of what waits for a person, or waited, for the staff; null for all others. */
export async function loadReviews(address: Address) {
  const ctx = await loadStaffContext();
  if (!ctx) return null;
  const { page = 1, page_size: _, ...others } = filtersIn(ListReviewsQuery, address);
  const filters = { ...others, open: others.open ?? (others.id === undefined ? "true" : undefined) };
  const asked = { ...filters, page, page_size: PAGE_SIZE };
  const [{ count, rows }, old, file] = await Promise.all([
    listReviews(ctx, asked),
    countOldReviews(ctx),
    filters.file === undefined ? null : findSettlement(ctx, filters.file),
  ]);
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
    file: file && { id: file.id, name: file.name },
    together: togetherOf(filters, rows),
    done: doneIn(address),
    pages: pagesOf(PATH, filters, { page, count, size: PAGE_SIZE }),
    here: pathWith(PATH, { ...filters, page }),
    me: actorName(ctx.actor),
    isAdmin: isAdmin(ctx.actor),
    isReal: env().jazzcash.environment === "production",
    now: ctx.now,
  };
}

type Filters = Pick<ListReviewsQuery, "open" | "kind" | "file">;

/** The kind whose items may be closed with the same words: the one that a list of open ones is of. */
function togetherOf({ open, kind, file }: Filters, rows: readonly ReviewView[]): ReviewKind | null {
  const [one] = rows;
  const of = kind ?? (file === undefined ? undefined : one?.kind);
  return open === "true" && of && one && canCloseTogether(of) ? of : null;
}

const countIn = (value: Address[string]): number => Number(/^\d{1,6}$/.exec(String(value))?.[0] ?? 0);

/** What was done to an item or many of them, as the form has led back. */
function doneIn({ done, closed, kept, left }: Address) {
  const what = [...ALL_REVIEW_ACTIONS, ...REVIEWS_DONE].find((one) => one === done);
  return what ? { what, closed: countIn(closed), kept: countIn(kept), left: countIn(left) } : null;
}
