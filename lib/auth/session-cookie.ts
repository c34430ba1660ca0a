import { createHash, randomBytes } from "node:crypto";
import { cookieIn } from "@/lib/auth/cookie-in";

/** next-auth's own names: the prefix goes with https. */
export const sessionCookieName = (siteUrl: string): string =>
  siteUrl.startsWith("https://") ? "__Secure-authjs.session-token" : "authjs.session-token";

/** 256 random bits; only their hash is ever stored. */
export const newSessionId = (): string => randomBytes(32).toString("base64url");

export const hashSessionId = (sessionId: string): Buffer => createHash("sha256").update(sessionId).digest();

/** The session id in a `Cookie` header, or null. */
export function sessionIdIn(cookieHeader: string | null, siteUrl: string): string | null {
  const value = cookieIn(cookieHeader, sessionCookieName(siteUrl));
  return /^[\w-]{43}$/.test(value) ? value : null;
}
