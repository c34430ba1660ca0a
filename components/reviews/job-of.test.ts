import { expect, it } from "vitest";
import { jobOf } from "@/components/reviews/job-of";
import { OBSTACLES, REVIEW_ACTIONS, type ReviewKind } from "@/lib/reviews/model";

it.each([
  ["give_back_stuck", { obstacle: OBSTACLES.mpin_missing }, "try_again"],
  ["give_back_stuck", { response_code: "199" }, "try_again"],
  ["give_back_stuck", { obstacle: OBSTACLES.way_unknown }, "given_back"],
  ["settlement_differs", { why: "unknown_reference" }, null],
  ["settlement_differs", { why: "paid_out_again" }, "close"],
  ["amount_differs", {}, "accept"],
  ["payment_unknown", {}, "not_paid"],
  ["paid_twice", {}, "close"],
] as const)("the job of %s with %j is %s", (kind: ReviewKind, facts, job) => {
  expect(jobOf({ kind, facts, actions: [...REVIEW_ACTIONS[kind]] })).toBe(job);
});
