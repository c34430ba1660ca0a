import createMiddleware from "next-intl/middleware";
import type { NextRequest } from "next/server";
import { routing } from "@/i18n/routing";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";
import { problem } from "@/lib/http/problem";
import { refuseOtherOrigins } from "@/lib/http/route";
import { AppError } from "@/lib/shared/errors";

const localise = createMiddleware(routing);

/** Pages only: language, foreign origins, and the policy, which Next reads off the request for its own scripts' nonce. */
export default function proxy(request: NextRequest): Response {
  try {
    refuseOtherOrigins(request);
    refuseBrokenAddress(request.nextUrl.pathname);
  } catch (thrown) {
    return problem(thrown);
  }
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  request.headers.set("content-security-policy", policy);
  const response = localise(request);
  response.headers.set("content-security-policy", policy);
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
  matcher: ["/((?!api(?:/|$)|_next/|uploads/|.*\\.(?:svg|png|jpg|webp|avif|ico|txt|xml|woff2|webmanifest)$).*)"],
};
