import { expect, test } from "vitest";
import { CodeTerms } from "@/lib/discounts/schemas";
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
