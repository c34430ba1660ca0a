import { and, eq } from "drizzle-orm";
import { addresses } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Forgets one of one's own addresses; orders keep their copies. */
export async function removeAddress({ db, actor }: UserCtx, { addressId }: { addressId: number }): Promise<void> {
  const removed = await db
    .delete(addresses)
    .where(and(eq(addresses.id, addressId), eq(addresses.userId, actor.userId)))
    .returning({ id: addresses.id });
  if (removed.length === 0) throw new AppError("not_found", "There is no such address.");
}
