import { env } from "@/lib/env";
import { gatewayOrigin } from "@/lib/jazzcash/config";

/** Browsers apply `form-action` to redirects too, so that every host of the gateway must be named. */
function gatewaySources(): string {
  const { jazzcash } = env();
  return jazzcash.environment === "simulator"
    ? gatewayOrigin(jazzcash)
    : `${gatewayOrigin(jazzcash)} https://*.jazzcash.com.pk`;
}

/** What a page may load, run and post to. Scripts need this answer's own nonce. */
export function contentSecurityPolicy(nonce: string): string {
  const { isDevelopment } = env();
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${gatewaySources()}`,
  ].join("; ");
}
