import { asc, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { carts } from "@/db/schema/carts";

/** Locks the carts of a guest and of the account that takes the guest over, by id: always in the same order. */
export async function lockTwoCarts(
  tx: Database,
  { guestId, accountId }: { guestId: number; accountId: number },
): Promise<{ fromCart: number; toCart: number }> {
  const both = await tx
    .select({ id: carts.id, userId: carts.userId })
    .from(carts)
    .where(inArray(carts.userId, [guestId, accountId]))
    .orderBy(asc(carts.id))
    .for("update");
  const cartOf = (userId: number) => both.find((cart) => cart.userId === userId)?.id ?? 0;
  return { fromCart: cartOf(guestId), toCart: cartOf(accountId) };
}
