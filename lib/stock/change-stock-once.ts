import { makeOnce } from "@/lib/http/idempotency";
import { changeStock } from "@/lib/stock/change-stock";
import { findStock } from "@/lib/stock/queries";
import type { ChangeStockInput } from "@/lib/stock/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** Changes a stock, with a key once for it, however often that is asked for; tells how many pieces there are. */
export async function changeStockOnce(
  ctx: UserCtx,
  key: string | null,
  input: ChangeStockInput & { itemCode: string },
): Promise<{ stock: number }> {
  requireStaff(ctx.actor, "Stock is for the shop's staff.");
  if (key === null) return changeStock(ctx, input);
  const { result } = await makeOnce(ctx, key, {
    route: "products/stock",
    input,
    run: (recordResult) => changeStock(ctx, input, recordResult),
    find: (productId) => findStock(ctx, productId),
  });
  return result;
}
