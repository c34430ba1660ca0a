import { env } from "@/lib/env";
import { AppError } from "@/lib/shared/errors";

export const isSafe = (method: string) => method === "GET" || method === "HEAD" || method === "OPTIONS";

/** A browser says where a request comes from; one from another site may not change anything in somebody's name. */
export function refuseOtherOrigins(request: Request): void {
  if (isSafe(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isOther = (origin !== null && origin !== env().siteUrl) || site === "cross-site" || site === "same-site";
  if (isOther) throw new AppError("cross_origin", "This request comes from another site.");
}
