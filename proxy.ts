import createMiddleware from "next-intl/middleware";
import { type NextRequest, NextResponse } from "next/server";
import { routing } from "@/i18n/routing";
import { refuseLargeBodies } from "@/lib/http/body";
import { closedPage } from "@/lib/http/closed-page";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { problem } from "@/lib/http/problem";
import { isDatabaseReachable } from "@/lib/http/readiness";
import { refuseOtherOrigins } from "@/lib/http/refuse-other-origins";
import { passMerged, tendCookies } from "@/lib/http/tend-cookies";
import { AppError } from "@/lib/shared/errors";

const localise = createMiddleware(routing);

/** Pages (and badly encoded addresses): language, foreign origins, and the policy, which Next reads off the request for its own scripts' nonce. */
export default async function proxy(request: NextRequest): Promise<Response> {
  try {
    refuseOtherOrigins(request);
    refuseLargeBodies(request);
    refuseBrokenAddress(request.nextUrl.pathname);
  } catch (thrown) {
    return problem(thrown);
  }
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();
  if (!(await isDatabaseReachable())) return closedPage(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  request.headers.set("content-security-policy", policy);
  passMerged(request);
  const response = localise(request);
  response.headers.set("content-security-policy", policy);
  tendCookies(request, response);
  return response;
}

function refuseBrokenAddress(path: string): void {
  try {
    decodeURI(path);
  } catch {
    throw new AppError("invalid_input", "This address is badly encoded.");
  }
}

export const config = {
  matcher: [
    "/((?!api(?:/|$)|_next/|uploads/|.*\\.(?:svg|png|jpg|webp|avif|ico|txt|xml|woff2|webmanifest)$).*)",
    "/api/(.*%.*)", // only to refuse badly encoded ones: the doors themselves read their bodies undisturbed
  ],
};
