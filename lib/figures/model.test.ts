import { expect, it } from "vitest";
import { daysOf, isDay, lengthOf, readRange, zeroAt } from "@/lib/figures/model";

const TODAY = "2026-11-25";

it("an address asks for days that end today, or for any days until today", () => {
  expect(readRange({}, TODAY)).toEqual({ from: "2026-11-19", to: TODAY, choice: "7", typed: null });
  expect(readRange({ range: "today" }, TODAY)).toEqual({ from: TODAY, to: TODAY, choice: "today", typed: null });
  expect(readRange({ range: "30" }, TODAY)).toEqual({ from: "2026-10-27", to: TODAY, choice: "30", typed: null });
  const asked = { from: "2026-02-27", to: "2026-03-01" };
  expect(readRange(asked, TODAY)).toEqual({ ...asked, choice: null, typed: null });
  expect(readRange({ from: "2026-11-01" }, TODAY)).toMatchObject({ from: "2026-11-01", to: TODAY, choice: null });
  expect(readRange({ from: "2026-11-01", to: "2099-01-01" }, TODAY)).toMatchObject({ to: TODAY });
});

it.each([
  { range: "8" },
  { range: ["7", "30"] },
  { from: "2026-02-30" },
  { to: "2026-11-01" },
  { from: "yesterday", to: TODAY },
])("what makes no sense is passed over: %j", (asked) => {
  expect(readRange(asked, TODAY)).toMatchObject({ from: "2026-11-19", to: TODAY, typed: null });
});

it.each([
  ["reversed", { from: "2026-11-20", to: "2026-11-19" }],
  ["reversed", { from: "2026-12-20", to: "2026-12-19" }],
  ["to_come", { from: "2026-11-26", to: "2026-11-27" }],
  ["too_long", { from: "2020-01-01", to: "2026-11-01" }],
] as const)("days that cannot be shown are kept as they were typed, with why: %s", (problem, typed) => {
  expect(readRange(typed, TODAY)).toMatchObject({ from: "2026-11-19", to: TODAY, typed: { ...typed, problem } });
});

it("a range has each of its days, over the ends of months and leap days", () => {
  expect(daysOf({ from: "2028-02-28", to: "2028-03-01" })).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  expect(lengthOf({ from: TODAY, to: TODAY })).toBe(1);
  expect(["2028-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "", 7].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it("each of the four numbers has its place", () => {
  expect(zeroAt("paid-without-order")).toBe("paid_without_order");
  expect(zeroAt("paid_without_order")).toBeNull();
});
