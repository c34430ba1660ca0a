import { expect, test } from "vitest";
import { sameSitePath } from "@/lib/http/same-site-path";

test("a page of this site is kept with its query", () => {
  for (const path of ["/", "/cart", "/ur/cart", "/products?search=a&page=2", "/?a=https://x", "/orders/7#items"]) {
    expect(sameSitePath(path)).toBe(path);
  }
});

test("another site, and what a browser might read as one, is the home page", () => {
  const others = ["//evil.example", "/\\evil.example", "\\/evil.example", "https://evil.example", "evil.example", ""];
  const hidden = [
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "/cart//evil.example",
    " /cart",
    "/a\u0000",
  ];
  for (const next of [...others, ...hidden, undefined, null, 7, ["/cart"]]) expect(sameSitePath(next)).toBe("/");
});
