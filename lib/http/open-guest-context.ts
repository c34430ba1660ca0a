import { openGuestHere } from "@/lib/auth/next-auth";
import { sessionContext } from "@/lib/http/context";
import type { UserCtx } from "@/lib/shared/context";
import { AppError } from "@/lib/shared/errors";

/** Makes the visitor behind the present server action a guest. */
export async function openGuestContext(): Promise<UserCtx> {
  const sessionId = await openGuestHere();
  const ctx = sessionId && (await sessionContext(sessionId));
  if (!ctx) throw new AppError("not_signed_in", "Sign in first.");
  return ctx;
}
