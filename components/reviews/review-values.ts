import { OBSTACLES } from "@/lib/reviews/model";
import type { ReviewView } from "@/lib/reviews/schemas";
import { formatRupees, type Paisa, paisa, readSignedAmount } from "@/lib/shared/money";
import { pakistanDate, pakistanMidnight } from "@/lib/shared/pakistan-time";

type Fact = string | number | null | undefined;
type About = Pick<ReviewView, "kind" | "facts">;

const NOTHING = "–";

/** What keeps money from going back: what can be mended here, what cannot, or JazzCash's refusal. */
export function obstacleOf({ facts }: Pick<ReviewView, "facts">) {
  const known = (["mpin_missing", "way_unknown"] as const).find((one) => OBSTACLES[one] === facts.obstacle);
  return known ?? (facts.response_code ? "refused" : "none");
}

/** What the sentences about an item are filled with, from its facts; in Urdu each keeps a direction of its own. */
export function reviewValues({ kind, facts }: About, locale: string) {
  const isolated = (text: string): string => (locale === "ur" ? `\u2068${text}\u2069` : text);
  const first = (...names: string[]): Fact =>
    names.map((name) => facts[name]).find((fact) => fact !== null && fact !== undefined);
  const words = (...names: string[]): string => {
    const text = String(first(...names) ?? "").replace(/[.۔\s]+$/, "");
    return text === "" ? NOTHING : isolated(text);
  };
  const money = (amount: Paisa | null): string =>
    amount === null ? NOTHING : isolated(formatRupees(amount).replaceAll(" ", "\u00a0"));
  const rupees = (name: string): string => money(amountOf(facts[name]));
  const day = (name: string): string => (facts[name] ? isolated(dayWords(locale, String(facts[name]))) : NOTHING);
  const [said, ours] = [amountOf(facts.said_amount), amountOf(facts.our_amount)];
  const difference = said === null || ours === null ? null : said - ours;
  return {
    amount: rupees("amount"),
    named: kind === "reference_reused" ? words("gateway_reference") : rupees("amount_named"),
    code: words("response_code"),
    why: kind === "settlement_differs" ? String(facts.why ?? "") : words("names", "detail", "response_message"),
    obstacle: obstacleOf({ facts }),
    refused: String(facts.refused ?? ""),
    reference: words("reference"),
    said: money(said),
    ours: money(ours),
    by: difference === null ? NOTHING : money(paisa(Math.abs(difference))),
    way: difference !== null && difference < 0 ? "less" : "more",
    saidNet: rupees("said_net"),
    saidOn: day("said_on"),
    settledNet: rupees("settled_net"),
    settledOn: day("settled_on"),
  };
}

/** A day of a file in words: "26 November 2026". */
export const dayWords = (locale: string, day: string): string => pakistanDate(locale, pakistanMidnight(day));

/** Facts name amounts in paisa, those of settlement files as the API does. */
export const amountOf = (fact: Fact): Paisa | null =>
  typeof fact === "number" ? paisa(fact) : readSignedAmount(fact ?? "");
