import { expect, it } from "vitest";
import { closedPage } from "@/lib/http/closed-page";
import english from "@/messages/en.json";
import urdu from "@/messages/ur.json";

it.each([
  ["/", "en", "ltr", english, "/cart"],
  ["/products/FG001", "en", "ltr", english, "/cart"],
  ["/en/cart", "en", "ltr", english, "/cart"],
  ["/urban", "en", "ltr", english, "/cart"],
  ["/ur", "ur", "rtl", urdu, "/ur/cart"],
  ["/ur/checkout", "ur", "rtl", urdu, "/ur/cart"],
] as const)("%s is closed in its own language", async (path, lang, dir, words, cart) => {
  const answer = closedPage(path);
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
  expect(html).toContain(`<h1>${words.closed.title}</h1>`);
  expect(html).toContain(`href="${cart}"`);
});
