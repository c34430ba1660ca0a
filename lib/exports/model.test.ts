import { expect, test } from "vitest";
import { csvLine } from "@/lib/exports/model";

test.each([
  ['=HYPERLINK("http://evil.example","Pay")', `"'=HYPERLINK(""http://evil.example"",""Pay"")"`],
  ["+923001234567", "'+923001234567"],
  ["-1+1", "'-1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1+1", "'\t=1+1"],
  ["\r=1+1", `"'\r=1+1"`],
  ["  =1+1", "'  =1+1"],
  ['"=1+1', `"'""=1+1"`],
  ["'=1+1", "''=1+1"],
  ["\u200f=1+1", "'\u200f=1+1"],
  ["＝1+1", "'＝1+1"],
  ["چائے، گرم = مزہ", "چائے، گرم = مزہ"],
  ["two, three", '"two, three"'],
  ["line\nline", '"line\nline"'],
])("the text %j is written as %j", (text, cell) => {
  expect(csvLine(["text"], [text])).toBe(`${cell}\r\n`);
});

test("numbers, money and times stay what they are, also below zero; nothing is nothing", () => {
  const line = csvLine(["number", "money", "time", "text"], [-2, 150_000, new Date("2026-11-25T07:00:00Z"), null]);
  expect(line).toBe("-2,1500.00,2026-11-25T07:00:00.000Z,\r\n");
});
