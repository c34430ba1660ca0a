import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

/** Without comments and what is put into strings; lines stay where they are, so that what is found can be named. */
const withoutComments = (text: string) =>
  text
    .replace(/\$\{[^{}]*\}/g, (hole) => hole.replace(/[^\n]/g, " "))
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[\s;{}(,])\/\/.*$/gm, "$1");

const FINDERS: [string, RegExp][] = [
  ["text between tags", /(?<![=\s(&|<])>\s*([^<>{}=;()&|[\]]*\p{L}{2,}[^<>{}=;()&|[\]]*?)\s*(?:<[/\w]|\{)/gu],
  [
    "a name or hint as an attribute",
    /\b(?:aria-(?:label|description|roledescription|valuetext)|placeholder|title|alt|label|summary|caption)=(?:\{\s*)?["'`]([^"'`]*\p{L}{2,}[^"'`]*)["'`]/gu,
  ],
  ["a text in braces", /[>}]\s*\{\s*["'`]([^"'`]*\p{L}{2,}[^"'`]*)["'`]\s*\}/gu],
  ["a sentence as a string", /["'`](\p{Lu}\p{Ll}+ [^"'`\n]*\p{Ll}{2,}[^"'`\n]*)["'`]/gu],
  ["Urdu in code", /(\p{Script=Arabic}+)/gu],
];

const CURRENCY = "Rs"; // the same in both languages

/** Words that a person would read, standing in code instead of in messages/. */
function wordsIn(source: string): string[] {
  const text = withoutComments(source);
  return FINDERS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(({ 1: words }) => words?.trim() !== CURRENCY)
      .map(({ 1: words = "", index }) => {
        const line = text.slice(0, index).split("\n").length;
        return `${line}: ${kind}: ${words.trim().replace(/\s+/g, " ")}`;
      }),
  );
}

const drawn = ["app", "components"]
  .flatMap(filesIn)
  .filter((path) => path.endsWith(".tsx") && !path.endsWith(".test.tsx"));

describe("every word of the interface stands in messages/", () => {
  it.each(drawn)("%s", (path) => {
    expect(wordsIn(readFileSync(path, "utf8"))).toEqual([]);
  });

  it.each([
    ["<p>Hello there</p>", "text between tags"],
    ["<p>\n  Your cart, {name}\n</p>", "text between tags"],
    ['<img alt="A shawl" />', "a name or hint as an attribute"],
    ["<input placeholder={`Search ${x}`} />", "a name or hint as an attribute"],
    ['<p>{"Sold out"}</p>', "a text in braces"],
    ['const words = isGone ? "Sold out now" : null;', "a sentence as a string"],
    ["<b>سودا</b>", "Urdu in code"],
  ])("sees %s", (source, kind) => {
    expect(wordsIn(source).some((found) => found.includes(kind))).toBe(true);
  });

  it.each([
    "export async function load(): Promise<Metadata> {\n  return (a > b && c < d) ? x : y;\n}",
    'const label = useMemo<string>(() => t("name"), []); // A sentence in a comment',
    '<a className="text-sm font-bold" href="/cart">{t("cart")}</a>',
  ])("lets code be code: %s", (source) => {
    expect(wordsIn(source)).toEqual([]);
  });
});
