import { expect, it } from "vitest";
import { readQuantity } from "@/components/cart/read-quantity";

it("takes whole numbers from 1 to 1000", () => {
  expect(["1", "7", "1000"].map(readQuantity)).toEqual([1, 7, 1000]);
});

it("takes nothing else", () => {
  for (const text of ["", " ", "0", "-1", "1001", "1.5", "abc"]) expect(readQuantity(text)).toBeNull();
});
