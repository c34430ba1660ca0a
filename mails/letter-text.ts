import type { Letter } from "@/mails/letter";

/** The letter for whoever reads mail as text. */
export function letterText({ title, hello, paragraphs, action, facts, goods, because, shop }: Letter): string {
  const pairs = (rows: readonly (readonly [string, string])[]) => rows.map(([label, value]) => `${label}: ${value}`);
  const blocks = [
    [title],
    hello === null ? [] : [hello],
    ...paragraphs.map((paragraph) => [paragraph]),
    [`${action.label}:`, action.href, ...(action.hint ? [action.hint] : [])],
    pairs(facts),
    goods === null ? [] : [goods.title, ...pairs(goods.lines), ...pairs(goods.sums)],
    ["--", because, shop],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
