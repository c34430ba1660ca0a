import { eq } from "drizzle-orm";
import { discountCodes } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { codeColumns, codeView, termsOf } from "@/lib/discounts/code-view";
import type { CodeTerms, CodeView } from "@/lib/discounts/schemas";
import { changedSince, changesOf } from "@/lib/shared/changes";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

type ChangeCode = { codeId: number; changes: Partial<CodeTerms>; seen: Partial<CodeTerms> };

/**
 * Changes a code's terms, in line with the orders that take it; never its name, which stands on them. 409
 * `changed_meanwhile` where somebody else has changed one of these terms since it was seen.
 */
export async function changeCode(ctx: UserCtx, { codeId, changes, seen }: ChangeCode): Promise<CodeView> {
  requireAdmin(ctx.actor, "Discount codes are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(discountCodes).where(eq(discountCodes.id, codeId)).for("no key update");
    if (!row) throw new AppError("not_found", "There is no such discount code.");
    const before = termsOf(row);
    const since = changedSince<CodeTerms>(changes, seen, before);
    if (since.length > 0) {
      throw new AppError("changed_meanwhile", "Somebody else has changed this code meanwhile.", { changes: since });
    }
    const after = { ...before, ...changes };
    const changed = changesOf(before, after);
    if (!changed) return codeView(row);
    const columns = codeColumns(after, row.uses);
    await tx.update(discountCodes).set(columns).where(eq(discountCodes.id, codeId));
    await recordAudit(tx, ctx, "code.change", `code:${codeId}`, {}, changed);
    return codeView({ ...row, ...columns });
  });
}
