import { expect, test } from "vitest";
import { cardName, isFew } from "@/lib/catalog/model";

const rice = {
  name: "Basmati rice, 5 kg",
  nameUr: "باسمتی چاول، 5 کلو",
  option_name: "5 kg",
  optionNameUr: "5 کلو",
  options: 3,
};

test("a card for several sizes goes by the name without its own, in both languages", () => {
  expect(cardName(rice, "en")).toBe("Basmati rice");
  expect(cardName(rice, "ur")).toBe("باسمتی چاول");
});

test("a card for one thing, or whose name says no size, goes by its whole name", () => {
  expect(cardName({ ...rice, options: 1 }, "en")).toBe("Basmati rice, 5 kg");
  expect(cardName({ ...rice, name: "Men's kurta", option_name: "Medium" }, "en")).toBe("Men's kurta");
  expect(cardName({ ...rice, name: "Kurta, washed, large", option_name: "large" }, "en")).toBe("Kurta, washed");
});

test("few is one to five", () => {
  expect([0, 1, 5, 6].map(isFew)).toEqual([false, true, true, false]);
});
