import { expect, it } from "vitest";
import { namesLanguage } from "@/i18n/routing";

it.each(["/ur", "/ur/cart", "/ur?x=1", "/ur#main", "/en/cart"])("%s says its language", (path) => {
  expect(namesLanguage(path)).toBe(true);
});

it.each(["/", "/cart", "/urdu", "/products/ur", "/english", "/cart?next=/ur"])("%s does not", (path) => {
  expect(namesLanguage(path)).toBe(false);
});
