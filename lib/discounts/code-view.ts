import type { discountCodes } from "@/db/schema/orders";
import type { CodeTerms, CodeView } from "@/lib/discounts/schemas";
import { invalidField } from "@/lib/shared/errors";
import { formatAmount, readAmount } from "@/lib/shared/money";

type CodeRow = typeof discountCodes.$inferSelect;

export const termsOf = (row: CodeRow): CodeTerms => ({
  percent: row.percent,
  amount: row.amountPaisa === null ? null : formatAmount(row.amountPaisa),
  starts_at: row.startsAt?.toISOString() ?? null,
  ends_at: row.endsAt?.toISOString() ?? null,
  max_uses: row.maxUses,
  max_uses_per_user: row.maxUsesPerUser,
  is_active: row.isActive,
});

/** A discount code as those see it who look after it. */
export const codeView = (row: CodeRow): CodeView => ({ id: row.id, code: row.code, uses: row.uses, ...termsOf(row) });

const at = (time: string | null): Date | null => (time === null ? null : new Date(time));

/** The terms as their row keeps them; refuses what is neither or both, what ends before it begins, and a limit passed. */
export function codeColumns(terms: CodeTerms, uses = 0) {
  const { percent, amount, max_uses } = terms;
  if ((percent === null) === (amount === null)) throw invalidField("amount", "say a percentage or an amount, not both");
  const [startsAt, endsAt] = [at(terms.starts_at), at(terms.ends_at)];
  if (startsAt && endsAt && endsAt <= startsAt) throw invalidField("ends_at", "must be after the beginning");
  if (max_uses !== null && max_uses < uses) throw invalidField("max_uses", `it was used ${uses} times already`);
  return {
    percent,
    amountPaisa: amount === null ? null : readAmount(amount),
    startsAt,
    endsAt,
    maxUses: max_uses,
    maxUsesPerUser: terms.max_uses_per_user,
    isActive: terms.is_active,
  };
}
