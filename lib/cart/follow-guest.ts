import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { lockTwoCarts } from "@/lib/cart/lock-two-carts";
import { takeOverLines } from "@/lib/cart/take-over-lines";
import type { UserCtx } from "@/lib/shared/context";

/** What a guest adds at the very moment in which an account takes the guest over goes after the rest of the cart. */
export async function followGuest({ db, now, actor }: UserCtx): Promise<void> {
  const [guest] = await db.select({ into: users.mergedIntoId }).from(users).where(eq(users.id, actor.userId));
  const into = guest?.into;
  if (!into) return;
  await db.transaction(async (tx) => {
    const both = await lockTwoCarts(tx, { guestId: actor.userId, accountId: into });
    await takeOverLines(tx, { ...both, now });
  });
}
