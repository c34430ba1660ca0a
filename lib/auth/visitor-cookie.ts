import { createHash } from "node:crypto";
import { cookieIn } from "@/lib/auth/cookie-in";

export const VISITOR_SECONDS = 365 * 24 * 3600;

const isSecure = (siteUrl: string): boolean => siteUrl.startsWith("https://");

export const visitorCookieName = (siteUrl: string): string =>
  isSecure(siteUrl) ? "__Host-sauda.visitor" : "sauda.visitor";

const csrfCookieName = (siteUrl: string): string =>
  isSecure(siteUrl) ? "__Host-authjs.csrf-token" : "authjs.csrf-token";

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * The hash by which a browser without a session is known, or null where it brought nothing: its visitor cookie, which a
 * page gave it, else its cross-site token, which calls made at the same moment share.
 */
export function visitorKeyIn(cookieHeader: string | null, siteUrl: string): Buffer | null {
  const visitor = cookieIn(cookieHeader, visitorCookieName(siteUrl));
  if (/^[\w-]{43}$/.test(visitor)) return hash(`visitor:${visitor}`);
  const token = /^[0-9a-f]{64}(?=\||%7C)/i.exec(cookieIn(cookieHeader, csrfCookieName(siteUrl)))?.[0];
  return token ? hash(`csrf:${token}`) : null;
}
