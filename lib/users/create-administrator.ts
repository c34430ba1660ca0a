import { recordAudit } from "@/lib/audit/record-audit";
import type { Ctx } from "@/lib/shared/context";
import { insertUser } from "@/lib/users/insert-user";
import type { CreateAdministratorInput, UserView } from "@/lib/users/schemas";

/** An administrator's account; an e-mail that has one already is never promoted. */
export async function createAdministrator({ db, now, actor }: Ctx, input: CreateAdministratorInput): Promise<UserView> {
  return db.transaction(async (tx) => {
    const user = await insertUser(tx, { ...input, role: "admin" }, now);
    await recordAudit(tx, { actor, now }, "administrator.create", `user:${user.id}`);
    return user;
  });
}
