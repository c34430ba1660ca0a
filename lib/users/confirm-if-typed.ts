import type { UserCtx } from "@/lib/shared/context";
import { confirmSession } from "@/lib/users/confirm-session";

/** Where a form of the back office brought the password, it counts before anything else; wrong ones are refused by the field. */
export async function confirmIfTyped(ctx: UserCtx, password: string | undefined): Promise<void> {
  if (password !== undefined) await confirmSession(ctx, { password, address: ctx.from?.address ?? null });
}
