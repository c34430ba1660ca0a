import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/shared/errors";
import type { UserCtx } from "@/lib/shared/context";

/** The account of whoever asks. */
export async function getUser({ db, actor }: UserCtx) {
  const [user] = await db
    .select({ id: users.id, email: users.email, name: users.name, phone: users.phone })
    .from(users)
    .where(eq(users.id, actor.userId));
  if (!user) throw new AppError("not_signed_in", "Sign in first.");
  return user;
}
