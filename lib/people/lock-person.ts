import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { users } from "@/db/schema/users";
import { isAccount } from "@/lib/people/queries";
import { isAdmin, type UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

const forbidden = () => new AppError("forbidden", "This is for the shop's administrators.");

/**
 * Everybody who is an administrator at this moment, locked: changes of people go one after the other. Whoever stopped
 * being one while waiting is refused.
 */
export async function lockAdministrators(tx: Database, { actor }: UserCtx): Promise<number[]> {
  if (!isAdmin(actor)) throw forbidden();
  const administrators = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), isAccount))
    .orderBy(asc(users.id))
    .for("no key update");
  const ids = administrators.map(({ id }) => id);
  if (!ids.includes(actor.userId)) throw forbidden();
  return ids;
}

/** A person under the administrators' lock; tells whether nobody else could take their place. */
export async function lockPerson(tx: Database, ctx: UserCtx, userId: number) {
  const administrators = await lockAdministrators(tx, ctx);
  const [person] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isAccount))
    .for("no key update");
  if (!person) throw new AppError("person_not_found", "There is no such person.");
  return { person, isLastAdministrator: administrators.length === 1 && administrators[0] === userId };
}

export const lastAdministrator = (): AppError =>
  new AppError("last_administrator", "The shop's last administrator stays one. Make somebody else one first.");
