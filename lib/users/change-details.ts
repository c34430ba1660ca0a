import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { UserCtx } from "@/lib/shared/context";
import type { DetailsInput } from "@/lib/users/schemas";

/** Name and phone of one's own account; orders keep what was written in them. */
export async function changeDetails({ db, now, actor }: UserCtx, { name, phone }: DetailsInput): Promise<void> {
  await db
    .update(users)
    .set({ name, phone: phone ?? null, updatedAt: now })
    .where(eq(users.id, actor.userId));
}
