import type { Ctx } from "@/lib/shared/context";
import { insertUser } from "@/lib/users/insert-user";
import type { RegisterInput, UserView } from "@/lib/users/schemas";

/** A customer's account; opens no session. */
export const registerUser = ({ db, now }: Ctx, input: RegisterInput): Promise<UserView> =>
  insertUser(db, { ...input, role: "customer" }, now);
