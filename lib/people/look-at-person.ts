import { recordLook } from "@/lib/audit/record-look";
import { findPerson } from "@/lib/people/queries";
import type { FullPersonView } from "@/lib/people/schemas";
import type { UserCtx } from "@/lib/shared/context";
import { requireAdmin } from "@/lib/shared/require-role";

/** An administrator looks at all that the shop knows of a person, which the audit tells; null where there is none. */
export async function lookAtPerson(ctx: UserCtx, userId: number): Promise<FullPersonView | null> {
  requireAdmin(ctx.actor);
  const person = await findPerson(ctx, userId);
  if (person) await recordLook(ctx, `user:${userId}`);
  return person;
}
