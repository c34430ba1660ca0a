import type { ReviewAction } from "@/lib/reviews/model";

/** What the list says was done: an action on one item, or how it went with one or many. */
export const REVIEWS_DONE = ["taken", "handed_over", "matched", "unmatched", "together"] as const;

export type ReviewDone = ReviewAction | (typeof REVIEWS_DONE)[number];

/** The address of the list that a form stood in, which then says what was done. */
export function reviewListAfter(back: string, done: ReviewDone, counts: Record<string, number> = {}): string {
  const [, query = ""] = /^\/admin\/review(?:\?([^#\s]*))?$/.exec(back) ?? [];
  const address = new URLSearchParams(query);
  address.set("done", done);
  for (const [name, count] of Object.entries(counts)) address.set(name, String(count));
  return `/admin/review?${address}`;
}
