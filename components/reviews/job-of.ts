import { obstacleOf } from "@/components/reviews/review-values";
import type { ReviewAction } from "@/lib/reviews/model";
import type { ReviewView } from "@/lib/reviews/schemas";

/** Differences of a row that something in the shop may have caused, so that the row may fit once that is put right. */
const MENDED_HERE: readonly unknown[] = ["unknown_reference", "not_paid", "no_such_refund", "ambiguous"];

/** The job that an item asks for, before all else that can be done; null where a row is first to be matched again. */
export function jobOf({ kind, facts, actions }: Pick<ReviewView, "kind" | "facts" | "actions">): ReviewAction | null {
  if (kind === "settlement_differs" && MENDED_HERE.includes(facts.why)) return null;
  if (kind === "give_back_stuck" && obstacleOf({ facts }) === "way_unknown") return "given_back";
  return actions[0] ?? null;
}
