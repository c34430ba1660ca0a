import { expect, it } from "vitest";
import { contentSecurityPolicy } from "@/lib/http/content-security-policy";

it("lets a page run its own scripts by the nonce, and post to the shop and the gateway only", () => {
  const policy = contentSecurityPolicy("abc");
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toMatch(/form-action 'self' http:\/\/127\.0\.0\.1:\d+$/);
  for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(part);
  }
});
