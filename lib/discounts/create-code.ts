import { discountCodes } from "@/db/schema/orders";
import { recordAudit } from "@/lib/audit/record-audit";
import { codeColumns, codeView } from "@/lib/discounts/code-view";
import type { CodeView, CreateCodeInput } from "@/lib/discounts/schemas";
import { type UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** An administrator makes a discount code; 409 `already_there` for one that differs in large and small letters only. */
export async function createCode(ctx: UserCtx, { code, ...terms }: CreateCodeInput): Promise<CodeView> {
  requireAdmin(ctx.actor, "Discount codes are for the shop's administrators.");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(discountCodes)
      .values({ code, ...codeColumns(terms) })
      .returning();
    if (!row) throw new Error("no code was made");
    await recordAudit(tx, ctx, "code.create", `code:${row.id}`, {}, { after: { code, ...terms } });
    return codeView(row);
  });
}
