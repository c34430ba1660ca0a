import { and, eq, isNull } from "drizzle-orm";
import { addresses, users } from "@/db/schema/users";
import { MOST_ADDRESSES } from "@/lib/addresses/model";
import { listAddresses } from "@/lib/addresses/queries";
import type { AddressInput } from "@/lib/addresses/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/**
 * Keeps an address for the next order of an account; the same place again takes the new name and phone. Refuses
 * `address_limit` beyond twenty, and `forbidden` to guests, who have their last order instead.
 */
export async function saveAddress(ctx: UserCtx, input: AddressInput): Promise<{ id: number }> {
  const { now, actor } = ctx;
  if (actor.isGuest) throw new AppError("forbidden", "Addresses are kept for accounts.");
  return ctx.db.transaction(async (tx) => {
    const [owner] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, actor.userId), isNull(users.deletedAt)))
      .for("no key update");
    if (!owner) throw new AppError("not_signed_in", "Sign in first.");
    const kept = await listAddresses({ ...ctx, db: tx });
    const same = kept.find((one) => placeOf(one) === placeOf(input));
    if (same) {
      await tx
        .update(addresses)
        .set({ ...input, updatedAt: now })
        .where(eq(addresses.id, same.id));
      return { id: same.id };
    }
    if (kept.length >= MOST_ADDRESSES) {
      throw new AppError("address_limit", `At most ${MOST_ADDRESSES} addresses are kept. Remove one first.`);
    }
    const [saved] = await tx
      .insert(addresses)
      .values({ ...input, userId: actor.userId, createdAt: now, updatedAt: now })
      .returning({ id: addresses.id });
    return { id: saved?.id ?? 0 };
  });
}

const placeOf = ({ city, area, address }: Pick<AddressInput, "city" | "area" | "address">): string =>
  [city, area, address].join("\n").toLowerCase();
