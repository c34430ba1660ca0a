import { createHash, timingSafeEqual } from "node:crypto";
import { database } from "@/db/client";
import { findSession } from "@/lib/auth/find-session";
import { sessionIdIn } from "@/lib/auth/session-cookie";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { type Ctx, type Origin, type UserCtx } from "@/lib/shared/context";
import { requireAdmin, requireStaff } from "@/lib/shared/require-role";
import { AppError } from "@/lib/shared/errors";

/** The signed-in person behind a request, or null. Reads the cookie and its row, and nothing else. */
export async function findUserContext(cookieHeader: string | null): Promise<UserCtx | null> {
  const sessionId = sessionIdIn(cookieHeader, env().siteUrl);
  return sessionId ? sessionContext(sessionId) : null;
}

/** The person whose session has this id, or null. */
export async function sessionContext(sessionId: string): Promise<UserCtx | null> {
  const now = new Date();
  const actor = await findSession(database(), sessionId, now);
  return actor && { db: database(), now, actor };
}

/** Anybody with a session; 401 otherwise. */
export async function userContext(request: Request): Promise<UserCtx> {
  const ctx = await findUserContext(request.headers.get("cookie"));
  if (!ctx) throw new AppError("not_signed_in", "Sign in first.");
  return { ...ctx, from: originOf(request.headers) };
}

/** Anybody with an account; 401 for guests and where there is no session. */
export async function accountContext(request: Request): Promise<UserCtx> {
  const ctx = await userContext(request);
  if (ctx.actor.isGuest) throw new AppError("not_signed_in", "Sign in first.");
  return ctx;
}

const MOST_OF_A_DEVICE = 200;

/** Where staff act from, for the audit log. */
export const originOf = (headers: Headers): Origin => ({
  address: clientAddress(headers),
  device: (headers.get("user-agent") ?? "").slice(0, MOST_OF_A_DEVICE),
});

const secondFactorRequired = () =>
  new AppError("second_factor_required", "Set up a second factor on your account's page, then sign in with it.");

/** Staff and administrators; 403 for other people, before anything is looked up. */
export async function staffContext(request: Request): Promise<UserCtx> {
  const ctx = await userContext(request);
  if (ctx.actor.lacksSecondFactor) throw secondFactorRequired();
  requireStaff(ctx.actor);
  return ctx;
}

/** Administrators, who may move money and prices; 403 for other people, before anything is looked up. */
export async function adminContext(request: Request): Promise<UserCtx> {
  const ctx = await userContext(request);
  if (ctx.actor.lacksSecondFactor) throw secondFactorRequired();
  requireAdmin(ctx.actor);
  return ctx;
}

/** JazzCash, which proves itself by its signature and never by a cookie. */
export const gatewayContext = (): Ctx => ({ db: database(), now: new Date(), actor: { kind: "gateway" } });

export const systemContext = (useCase: string): Ctx => ({
  db: database(),
  now: new Date(),
  actor: { kind: "system", useCase },
});

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The cron's bearer, compared in constant time; without a secret the door is shut. */
export function cronContext(request: Request, useCase: string): Ctx {
  const secret = env().cronSecret;
  if (!secret) throw new AppError("not_configured", "CRON_SECRET is not set.");
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!timingSafeEqual(digest(given), digest(secret))) {
    throw new AppError("not_signed_in", "The bearer token is wrong.", {}, { "www-authenticate": "Bearer" });
  }
  return systemContext(useCase);
}
