import { addPaisa, type Paisa, paisa, timesPaisa, ZERO } from "@/lib/shared/money";
import { pakistanStamp } from "@/lib/shared/pakistan-time";

export type DiscountTerms = {
  percent: number | null;
  amountPaisa: Paisa | null;
  startsAt: Date | null;
  endsAt: Date | null;
  maxUses: number | null;
  maxUsesPerUser: number | null;
  uses: number;
  isActive: boolean;
};

/** Why a code cannot be had; `used_before` is this very person's own doing. */
export type DiscountRefusal = "unknown" | "expired" | "used_up" | "used_before";

/** Whether a code may be used by somebody who has so many standing orders with it. A code that is not yet, is not. */
export function decideDiscount(
  terms: DiscountTerms | null,
  { now, usesBySame }: { now: Date; usesBySame: number },
): DiscountRefusal | null {
  if (!terms?.isActive || (terms.startsAt !== null && terms.startsAt > now)) return "unknown";
  if (terms.endsAt !== null && terms.endsAt <= now) return "expired";
  if (terms.maxUsesPerUser !== null && usesBySame >= terms.maxUsesPerUser) return "used_before";
  if (terms.maxUses !== null && terms.uses >= terms.maxUses) return "used_up";
  return null;
}

/** What a payment must at least be of: JazzCash takes none of nothing. */
const LEAST_TOTAL = 100;

/** What a code takes off: of the goods and never of the delivery, whole paisa, and at least Rs 1 is left to pay. */
export function discountOf(
  { percent, amountPaisa }: Pick<DiscountTerms, "percent" | "amountPaisa">,
  { items, delivery }: { items: Paisa; delivery: Paisa },
): Paisa {
  const share = percent === null ? ZERO : percentOf(items, percent);
  const most = items + delivery - LEAST_TOTAL;
  return paisa(Math.max(0, Math.min(amountPaisa ?? share, items, most)));
}

/** Rounded down; in two parts, so that no sum is too large to be exact. */
const percentOf = (amount: Paisa, percent: number): Paisa => {
  const rest = amount % 100;
  return addPaisa(timesPaisa(paisa((amount - rest) / 100), percent), paisa(Math.floor((rest * percent) / 100)));
};

/** What may be changed of a code. */
export const SEEN_TERMS = [
  "percent",
  "amount",
  "starts_at",
  "ends_at",
  "max_uses",
  "max_uses_per_user",
  "is_active",
] as const;

type ShownTerms = {
  percent: number | null;
  amount: string | null;
  starts_at: string | null;
  ends_at: string | null;
  max_uses: number | null;
  max_uses_per_user: number | null;
};

/** A moment as a browser's field for one has it, on Pakistan's clock. */
const typedMoment = (at: string | null): string => {
  const stamp = at === null ? "" : pakistanStamp(new Date(at));
  return stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/, "$1-$2-$3T$4:$5");
};

/** A code's terms as its form's fields have them. */
export const typedTerms = (terms: ShownTerms) => ({
  percent: String(terms.percent ?? ""),
  amount: terms.amount ?? "",
  starts_at: typedMoment(terms.starts_at),
  ends_at: typedMoment(terms.ends_at),
  max_uses: String(terms.max_uses ?? ""),
  max_uses_per_user: String(terms.max_uses_per_user ?? ""),
});
