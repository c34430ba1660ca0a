import { formatRupees, type Paisa, paisa, readAmount } from "@/lib/shared/money";
import type { ReviewView } from "@/lib/reviews/schemas";

type Fact = string | number | null | undefined;

const NOTHING = "–";

/** What the sentences about an item are filled with, from its facts; in Urdu each keeps a direction of its own. */
export function reviewValues({ kind, facts }: Pick<ReviewView, "kind" | "facts">, isUrdu: boolean) {
  const isolated = (text: string): string => (isUrdu ? `\u2068${text}\u2069` : text);
  const first = (...names: string[]): Fact =>
    names.map((name) => facts[name]).find((fact) => fact !== null && fact !== undefined);
  const words = (...names: string[]): string => {
    const text = String(first(...names) ?? "").replace(/[.۔\s]+$/, "");
    return text === "" ? NOTHING : isolated(text);
  };
  const rupees = (name: string): string => {
    const amount = amountOf(first(name));
    return amount === null ? NOTHING : isolated(formatRupees(amount));
  };
  return {
    amount: rupees("amount"),
    named: kind === "reference_reused" ? words("gateway_reference") : rupees("amount_named"),
    code: words("response_code"),
    why:
      kind === "settlement_differs"
        ? String(first("why") ?? "")
        : words("obstacle", "names", "detail", "response_message", "txn_type"),
    reference: words("reference"),
    said: rupees("said_amount"),
    ours: rupees("our_amount"),
  };
}

/** Facts name amounts in paisa, those of settlement files as the API does. */
const amountOf = (fact: Fact): Paisa | null => (typeof fact === "number" ? paisa(fact) : readAmount(fact ?? ""));
