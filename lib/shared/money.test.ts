import { expect, it } from "vitest";
import { addPaisa, formatAmount, formatRupees, paisa, readAmount, timesPaisa, ZERO } from "@/lib/shared/money";

it("is a whole number of paisa, and nothing else", () => {
  expect(paisa(150_000)).toBe(150_000);
  for (const wrong of [0.5, 1.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => paisa(wrong)).toThrow();
});

it("adds and multiplies exactly, and says when a result is not exact any more", () => {
  expect(addPaisa()).toBe(ZERO);
  expect(addPaisa(paisa(10), paisa(20), paisa(70))).toBe(100);
  expect(timesPaisa(paisa(33_333), 3)).toBe(99_999);
  expect(() => timesPaisa(paisa(Number.MAX_SAFE_INTEGER), 2)).toThrow();
  expect(() => addPaisa(paisa(Number.MAX_SAFE_INTEGER), paisa(1))).toThrow();
});

it.each([
  [0, "0.00", "Rs 0"],
  [1, "0.01", "Rs 0.01"],
  [99, "0.99", "Rs 0.99"],
  [100, "1.00", "Rs 1"],
  [150_000, "1500.00", "Rs 1,500"],
  [24_950, "249.50", "Rs 249.50"],
  [-5, "-0.05", "Rs −0.05"],
  [-150_000, "-1500.00", "Rs −1,500"],
  [123_456_789_012, "1234567890.12", "Rs 1,234,567,890.12"],
  [10_000_000_000, "100000000.00", "Rs 100,000,000"],
])("writes %i paisa as %s for programs and %s for people", (amount, forPrograms, forPeople) => {
  expect(formatAmount(paisa(amount))).toBe(forPrograms);
  expect(formatRupees(paisa(amount))).toBe(forPeople);
});

it.each([
  ["1500", 150_000],
  ["1500.5", 150_050],
  ["1500.00", 150_000],
  ["0.01", 1],
  ["0", 0],
  ["007", 700],
  ["999999999999.99", 99_999_999_999_999],
])("reads %s", (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

it.each(["", " ", "-1", "+1", "1.", ".5", "1.005", "1,500", "1e3", "1500.00 ", "Rs 5", "١٢", "1\n", "1234567890123"])(
  "does not read %j as money",
  (text) => {
    expect(readAmount(text)).toBeNull();
  },
);

it("reads back every amount that it writes", () => {
  for (let amount = 0; amount < 1_000_000_000; amount = amount * 3 + 7) {
    expect(readAmount(formatAmount(paisa(amount)))).toBe(amount);
  }
});
