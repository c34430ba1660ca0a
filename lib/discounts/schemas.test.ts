import { expect, test } from "vitest";
import { typedTerms } from "@/lib/discounts/model";
import { ChangeCodeForm, CodeTerms } from "@/lib/discounts/schemas";
import { dayField } from "@/lib/shared/fields";

test("days and moments are of this century: what the database cannot hold is refused by its field", () => {
  for (const day of ["0000-01-01", "0001-01-01", "9999-12-31", "1999-12-31"]) {
    expect(dayField.safeParse(day).success).toBe(false);
  }
  expect(dayField.safeParse("2026-11-25").success).toBe(true);
  const { starts_at } = CodeTerms.shape;
  for (const at of ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-05:00"]) {
    expect(starts_at.safeParse(at).success).toBe(false);
  }
  expect(starts_at.parse("2026-11-25T12:00:00+05:00")).toBe("2026-11-25T07:00:00.000Z");
});

test("a code begins and ends by Pakistan's clock, whose midnight is 19:00 of the day before", () => {
  const typed = { starts_at: "2026-11-26T00:00", ends_at: "2026-12-01T00:00" };
  const terms = ChangeCodeForm.parse({ ...typed, percent: "10", code_id: "1", seen: "{}" });
  expect([terms.starts_at, terms.ends_at]).toEqual(["2026-11-25T19:00:00.000Z", "2026-11-30T19:00:00.000Z"]);
  expect(typedTerms(terms)).toMatchObject(typed);
});
