import { headers } from "next/headers";
import { cache } from "react";
import { findUserContext, originOf } from "@/lib/http/context";
import type { UserCtx } from "@/lib/shared/context";

/** The account of whoever asks for this page; null for guests and where there is no session. */
export async function loadAccountContext(): Promise<UserCtx | null> {
  const ctx = await loadUserContext();
  return ctx && !ctx.actor.isGuest ? ctx : null;
}

/** Who asks for this page or sends its form, and from where, or null; looked up once for each request. */
export const loadUserContext = cache(async (): Promise<UserCtx | null> => {
  const sent = await headers();
  const ctx = await findUserContext(sent.get("cookie"));
  return ctx && { ...ctx, from: originOf(sent) };
});
