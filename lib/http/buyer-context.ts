import { database } from "@/db/client";
import { cookieText } from "@/lib/auth/cookie-text";
import { signInAsGuest } from "@/lib/auth/guest-sign-in";
import { SESSION_SECONDS } from "@/lib/auth/open-session";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { OPENS_GUEST } from "@/lib/cart/model";
import { env } from "@/lib/env";
import { findUserContext, sessionContext, userContext } from "@/lib/http/context";
import type { UserCtx } from "@/lib/shared/context";

type Buyer = { ctx: UserCtx; remember: (answer: Response) => Response };

/**
 * Anybody with a session, and a page's visitor who has none: they become a guest by the very request that puts the
 * first thing in the cart, so that no second one can get lost. `remember` puts the new session into the answer.
 */
export async function buyerContext(request: Request): Promise<Buyer> {
  const opensGuest = request.headers.has(OPENS_GUEST);
  const known = await (opensGuest ? findUserContext(request.headers.get("cookie")) : userContext(request));
  if (known) return { ctx: known, remember: (answer) => answer };
  const { sessionId } = await signInAsGuest({ db: database(), now: new Date(), headers: request.headers });
  const ctx = (await sessionContext(sessionId)) ?? (await userContext(request));
  const cookie = cookieText(sessionCookieName(env().siteUrl), sessionId, SESSION_SECONDS);
  const remember = (answer: Response) => {
    answer.headers.append("set-cookie", cookie);
    return answer;
  };
  return { ctx, remember };
}
