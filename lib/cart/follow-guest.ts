import { asc, eq, inArray } from "drizzle-orm";
import { carts } from "@/db/schema/carts";
import { users } from "@/db/schema/users";
import { takeOverLines } from "@/lib/cart/take-over-lines";
import type { UserCtx } from "@/lib/shared/context";

/** What a guest adds at the very moment in which an account takes the guest over goes after the rest of the cart. */
export async function followGuest({ db, now, actor }: UserCtx): Promise<void> {
  const [guest] = await db.select({ into: users.mergedIntoId }).from(users).where(eq(users.id, actor.userId));
  const into = guest?.into;
  if (!into) return;
  await db.transaction(async (tx) => {
    const both = await tx
      .select({ id: carts.id, userId: carts.userId })
      .from(carts)
      .where(inArray(carts.userId, [actor.userId, into]))
      .orderBy(asc(carts.id))
      .for("update");
    const cartOf = (userId: number) => both.find((cart) => cart.userId === userId)?.id ?? 0;
    await takeOverLines(tx, { fromCart: cartOf(actor.userId), toCart: cartOf(into), now });
  });
}
