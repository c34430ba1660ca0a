import { and, eq } from "drizzle-orm";
import { addresses } from "@/db/schema/users";
import type { AddressInput } from "@/lib/addresses/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Writes one of one's own addresses anew; orders keep their copies. */
export async function changeAddress(
  { db, now, actor }: UserCtx,
  { addressId, ...input }: AddressInput & { addressId: number },
): Promise<void> {
  const changed = await db
    .update(addresses)
    .set({ ...input, updatedAt: now })
    .where(and(eq(addresses.id, addressId), eq(addresses.userId, actor.userId)))
    .returning({ id: addresses.id });
  if (changed.length === 0) throw new AppError("not_found", "There is no such address.");
}
