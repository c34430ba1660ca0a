import { makeOnce } from "@/lib/http/idempotency";
import { type ChangeProduct, changeProduct } from "@/lib/products/change-product";
import { findManagedProduct } from "@/lib/products/queries";
import type { ManagedProductView } from "@/lib/products/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireStaff } from "@/lib/shared/require-role";

/** Changes a product, with a key once for it and this product: a list opens one form for each of its products. */
export async function changeOnce(ctx: UserCtx, key: string | null, change: ChangeProduct): Promise<ManagedProductView> {
  requireStaff(ctx.actor);
  if (key === null) return changeProduct(ctx, change);
  const { result } = await makeOnce(ctx, `${key} ${change.itemCode}`, {
    route: "products/change",
    input: change,
    run: (recordResult) => changeProduct(ctx, change, recordResult),
    find: async () => (await findManagedProduct(ctx, change.itemCode))?.product ?? null,
  });
  return result;
}
