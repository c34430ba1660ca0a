import { expect, test } from "vitest";
import { backWith } from "@/lib/http/back-with";

test("a form is led back with its word, also where its page has other letters, and never elsewhere", () => {
  const to = (back: string) => backWith(back, { done: "saved" }).headers.get("location");
  expect(to("/admin/products?search=jug#list")).toBe("/admin/products?search=jug&done=saved");
  expect(to("/ا")).toBe("/%D8%A7?done=saved");
  expect(to("/100%")).toMatch(/^\/100%/);
  expect(to("//evil.example/x")).not.toContain("evil");
});
