import { database } from "@/db/client";
import { cookieText } from "@/lib/auth/cookie-text";
import { signInAsGuest } from "@/lib/auth/guest-sign-in";
import { SESSION_SECONDS } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { OPENS_GUEST } from "@/lib/cart/model";
import { env } from "@/lib/env";
import { findUserContext, sessionContext, userContext } from "@/lib/http/context";
import { problem } from "@/lib/http/problem";
import type { UserCtx } from "@/lib/shared/context";

/** Anybody with a session; null for a page's visitor who has none and may become a guest; 401 for others. */
export const findBuyer = (request: Request): Promise<UserCtx | null> =>
  request.headers.has(OPENS_GUEST) ? findUserContext(request.headers.get("cookie")) : userContext(request);

/**
 * The visitor becomes a guest by the very request that puts the first thing in the cart, so that no second one can get
 * lost. The new session is in the answer, also where that is a refusal; not where another tab has signed in meanwhile,
 * whose session it would take the place of.
 */
export async function answerNewGuest(request: Request, answer: (ctx: UserCtx) => Promise<Response>): Promise<Response> {
  const { sessionId } = await signInAsGuest({ db: database(), now: new Date(), headers: request.headers });
  const ctx = (await sessionContext(sessionId)) ?? (await userContext(request));
  const cookie = cookieText(sessionCookieName(env().siteUrl), sessionId, SESSION_SECONDS);
  const response = await answer(ctx).catch(problem);
  if (await sessionContext(sessionId)) response.headers.append("set-cookie", cookie);
  return response;
}
