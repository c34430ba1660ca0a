import { recordAudit } from "@/lib/audit/record-audit";
import { CONFIRMED_MINUTES } from "@/lib/refunds/model";
import type { UserCtx } from "@/lib/shared/context";
import { invalidField } from "@/lib/shared/errors";
import { minutesAfter } from "@/lib/shared/pakistan-time";
import { requireStaff } from "@/lib/shared/require-role";
import { confirmPassword } from "@/lib/users/confirm-password";

/** Whoever is about to move money types the password once more; until when that counts. */
export async function confirmSession(
  ctx: UserCtx,
  input: { password: string; address: string | null },
): Promise<{ confirmed_until: string }> {
  requireStaff(ctx.actor);
  if (!(await confirmPassword(ctx, input))) throw invalidField("password", "is not the password of this account");
  await recordAudit(ctx.db, ctx, "session.confirm", `user:${ctx.actor.userId}`);
  return { confirmed_until: minutesAfter(ctx.now, CONFIRMED_MINUTES).toISOString() };
}
