import { sql } from "drizzle-orm";
import { statement } from "@/db/statement";
import { allowedDiscount, discountNamed, type DiscountRow } from "@/lib/discounts/queries";
import type { UserCtx } from "@/lib/shared/context";

const LOCK = statement<{ code: string }, DiscountRow>(
  ({ code }) => sql`${discountNamed(code)} for no key update of discount_codes`,
);

/**
 * Locks a code in the caller's transaction, after the products: whoever wants a use of it waits here, and decides by
 * what the one before left. The use itself is taken with the order.
 */
export async function lockDiscount(ctx: UserCtx, code: string): Promise<DiscountRow> {
  const [row] = await LOCK(ctx.db, { code });
  return allowedDiscount(ctx, row);
}
