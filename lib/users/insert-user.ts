import type { Database } from "@/db/client";
import { users } from "@/db/schema/users";
import { hashPassword } from "@/lib/auth/password";
import { AppError } from "@/lib/shared/errors";
import type { Role } from "@/lib/users/model";
import type { RegisterInput, UserView } from "@/lib/users/schemas";

/** One account for an e-mail, however it is spelt: of many at once the first wins, the others are `email_taken`. */
export async function insertUser(
  db: Database,
  { email, password, name, phone, role }: RegisterInput & { role: Role },
  now: Date,
): Promise<UserView> {
  const passwordHash = await hashPassword(password);
  const [user] = await db
    .insert(users)
    .values({ email, passwordHash, name, phone, role, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!user) throw new AppError("email_taken", "There is an account with this e-mail already.");
  return { id: user.id, email, name };
}
