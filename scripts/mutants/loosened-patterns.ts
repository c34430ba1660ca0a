const replaced = (pattern: string, token: RegExp, ways: (found: RegExpMatchArray) => string[]): string[] =>
  [...pattern.matchAll(token)].flatMap((found) =>
    ways(found).map((by) => pattern.slice(0, found.index) + by + pattern.slice(found.index + found[0].length)),
  );

const counted = ([, least = "0", comma, most]: RegExpMatchArray): string[] => {
  const [from, to] = [Number(least), Number(most || least)];
  const wider = [`{${from},${to + 1}}`, ...(from > 0 ? [`{${from - 1},${to}}`] : [])];
  return comma && to > from ? [...wider, `{${from},${to - 1}}`] : wider;
};

const withoutOne = (alternatives: string): string[] => {
  const each = alternatives.split("|");
  return each.map((_, at) => `(${each.toSpliced(at, 1).join("|")})`);
};

/** A pattern, each time with one thing less to hold on to: an anchor, a bound, a class, an alternative, a flag. */
export function loosenedPatterns(pattern: string, flags: string): string[] {
  const patterns = [
    ...replaced(pattern, /^\^|\$$/g, () => [""]),
    ...replaced(pattern, /\{(\d+)(,?)(\d*)\}/g, counted),
    ...replaced(pattern, /(?<=[\])\w.])[*+?](?!\?)/g, ([quantifier]) => (quantifier === "+" ? ["*"] : ["", "+"])),
    ...replaced(pattern, /\[(\\.|[^\]\\])+\]|\\[dws]/g, () => ["."]),
    ...replaced(pattern, /\(([^()?]*\|[^()]*)\)/g, ([, alternatives = ""]) => withoutOne(alternatives)),
  ];
  return [...patterns.map((one) => `/${one}/${flags}`), ...(flags ? [`/${pattern}/`] : [])];
}
