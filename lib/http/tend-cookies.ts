import type { NextRequest, NextResponse } from "next/server";
import { cookieOptions } from "@/lib/auth/cookie-text";
import { newSessionId, sessionCookieName } from "@/lib/auth/session-cookie";
import { VISITOR_SECONDS, visitorCookieName } from "@/lib/auth/visitor-cookie";
import { env } from "@/lib/env";
import { MERGED_COOKIE, MERGED_HEADER } from "@/lib/users/model";

/** Hands the page what it is to tell once; nobody else may say it. */
export function passMerged(request: NextRequest): void {
  const merged = request.cookies.get(MERGED_COOKIE)?.value;
  if (merged) request.headers.set(MERGED_HEADER, merged);
  else request.headers.delete(MERGED_HEADER);
}

/**
 * A page that is opened gives a browser without a session something to be known by, so that its first two things at
 * once make one guest; and it takes back what it tells only once.
 */
export function tendCookies(request: NextRequest, response: NextResponse): void {
  const isDocument = request.method === "GET" && request.headers.get("accept")?.includes("text/html");
  if (!isDocument) return;
  if (request.cookies.has(MERGED_COOKIE)) response.cookies.delete(MERGED_COOKIE);
  const { siteUrl } = env();
  const visitor = visitorCookieName(siteUrl);
  if (request.cookies.has(visitor) || request.cookies.has(sessionCookieName(siteUrl))) return;
  response.cookies.set(visitor, newSessionId(), cookieOptions(VISITOR_SECONDS));
}
