import { expect, it } from "vitest";
import { reviewValues } from "@/components/reviews/review-values";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

it("amounts below nothing keep their sign, and a difference says by how much and which way", () => {
  const facts = { why: "no_such_refund", said_amount: "-499.00", our_amount: "1500.00", said_on: "2026-11-26" };
  const values = reviewValues({ kind: "settlement_differs", facts }, "en");
  expect([values.said, values.ours, values.saidOn].map(plain)).toEqual(["Rs −499", "Rs 1,500", "26 November 2026"]);
  const less = reviewValues(
    { kind: "settlement_differs", facts: { said_amount: "1400.50", our_amount: "1500.00" } },
    "en",
  );
  expect([plain(less.by), less.way]).toEqual(["Rs 99.50", "less"]);
  const more = reviewValues(
    { kind: "settlement_differs", facts: { said_amount: "1650.00", our_amount: "1500.00" } },
    "ur",
  );
  expect([plain(more.by), more.way]).toEqual(["\u2068Rs 150\u2069", "more"]);
  expect(reviewValues({ kind: "settlement_differs", facts: { said_amount: "10.00" } }, "en").ours).toBe("–");
});

it.each([
  [{ obstacle: "It is not known by which way it was paid" }, "way_unknown"],
  [{ obstacle: "JAZZCASH_MERCHANT_MPIN is not set" }, "mpin_missing"],
  [{ response_code: "199", response_message: "Sorry" }, "refused"],
  [{ refund: 7 }, "none"],
])("what keeps money from going back by %j is %s", (facts, obstacle) => {
  expect(reviewValues({ kind: "give_back_stuck", facts: { amount: 100, ...facts } }, "en").obstacle).toBe(obstacle);
});
