type Values = Record<string, string | number | Date>;

/** Amounts, names, references and what people wrote; what else stands in a sentence only chooses among its words. */
const APART = new Set(
  "amount given order name reason notes resolution text said words decision voucher courier tracking file".split(" "),
);

/**
 * What stands in a sentence as it is read there: moments in words, and what has a direction of its own set apart, so that
 * neither turns the sentence around.
 */
export const spokenValues = (values: Values, sayWhen: (moment: Date) => string): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value instanceof Date) return [name, setApart(sayWhen(value))];
      return [name, typeof value === "string" && value !== "" && APART.has(name) ? setApart(value) : value];
    }),
  );

const [OPENS, ENDS] = ["\u2068", "\u2069"];
const setApart = (words: string): string => OPENS + words + ENDS;

/** A sentence in its parts: each second one is set apart. */
export const partsOf = (sentence: string): string[] => sentence.split(new RegExp(`[${OPENS}${ENDS}]`));
