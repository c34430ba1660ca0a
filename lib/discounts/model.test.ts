import { describe, expect, it } from "vitest";
import { decideDiscount, type DiscountTerms, discountOf } from "@/lib/discounts/model";
import { paisa, ZERO } from "@/lib/shared/money";

const NOW = new Date("2026-11-25T07:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const TERMS: DiscountTerms = {
  percent: 10,
  amountPaisa: null,
  startsAt: null,
  endsAt: null,
  maxUses: null,
  maxUsesPerUser: null,
  uses: 0,
  isActive: true,
};

describe("whether a code may be used", () => {
  it.each<[string, Partial<DiscountTerms> | null, number, string | null]>([
    ["a code without limits", {}, 100, null],
    ["no code", null, 0, "unknown"],
    ["one that was put away", { isActive: false }, 0, "unknown"],
    ["one that begins at this moment", { startsAt: NOW }, 0, null],
    ["one that has not begun", { startsAt: at(1) }, 0, "unknown"],
    ["one whose last minute runs", { endsAt: at(1) }, 0, null],
    ["one that ends at this moment", { endsAt: NOW }, 0, "expired"],
    ["one with a use left", { maxUses: 5, uses: 4 }, 0, null],
    ["one with none left", { maxUses: 5, uses: 5 }, 0, "used_up"],
    ["one's own last use", { maxUsesPerUser: 2 }, 1, null],
    ["beyond one's own uses", { maxUsesPerUser: 2 }, 2, "used_before"],
    ["one's own use of what is used up", { maxUsesPerUser: 1, maxUses: 1, uses: 1 }, 1, "used_before"],
  ])("%s", (_name, change, usesBySame, refusal) => {
    expect(decideDiscount(change && { ...TERMS, ...change }, { now: NOW, usesBySame })).toBe(refusal);
  });
});

describe("what a code takes off", () => {
  const off = (terms: { percent?: number; amount?: number }, items: number, delivery = 0) =>
    discountOf(
      { percent: terms.percent ?? null, amountPaisa: terms.amount === undefined ? null : paisa(terms.amount) },
      { items: paisa(items), delivery: paisa(delivery) },
    );

  it("is a share of the goods, rounded down to the paisa", () => {
    expect(off({ percent: 10 }, 150_000, 25_000)).toBe(15_000);
    expect(off({ percent: 33 }, 99_999)).toBe(32_999);
    expect(off({ percent: 1 }, 199)).toBe(1);
  });

  it("or an amount, but never more than the goods", () => {
    expect(off({ amount: 50_000 }, 150_000)).toBe(50_000);
    expect(off({ amount: 50_000 }, 30_000, 25_000)).toBe(30_000);
  });

  it("leaves a rupee to pay, as nothing cannot be paid", () => {
    expect(off({ percent: 100 }, 150_000)).toBe(149_900);
    expect(off({ amount: 999_999 }, 150_000)).toBe(149_900);
    expect(off({ percent: 100 }, 150_000, 100)).toBe(150_000);
    expect(off({ percent: 100 }, 60, 30)).toBe(ZERO);
    expect(off({ percent: 50 }, 0)).toBe(ZERO);
  });

  it("is exact for sums that only a warehouse buys", () => {
    const items = 9_000_000_000_000_000;
    expect(off({ percent: 99 }, items)).toBe(8_910_000_000_000_000);
  });
});
