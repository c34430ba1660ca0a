import { expect, test } from "vitest";
import { itemCodeField } from "@/lib/products/schemas";

test("an item code is none that a browser would take for a file", () => {
  for (const code of ["LAMP.png", "A.txt", "b.WEBP"]) expect(itemCodeField.safeParse(code).success).toBe(false);
  for (const code of ["FG001", "A.1", "tea_5-kg"]) expect(itemCodeField.safeParse(code).success).toBe(true);
});
