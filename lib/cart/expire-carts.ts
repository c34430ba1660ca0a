import { recordAudit } from "@/lib/audit/record-audit";
import { expireItems } from "@/lib/cart/expire-items";
import { type UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** Staff end at once what the hourly sweep would end; a dry run tells how much that is and changes nothing. */
export async function expireCarts(ctx: UserCtx, { dryRun = false } = {}): Promise<{ expired: number }> {
  requireStaff(ctx.actor);
  if (dryRun) return expireItems(ctx, { dryRun });
  return ctx.db.transaction(async (tx) => {
    const { expired } = await expireItems({ ...ctx, db: tx });
    if (expired > 0) await recordAudit(tx, ctx, "carts.expire", "carts", { lines: expired });
    return { expired };
  });
}
