import { env } from "@/lib/env";

/** The same for Next's own cookie jars. */
export const cookieOptions = (seconds: number) => ({
  path: "/",
  maxAge: seconds,
  httpOnly: true,
  sameSite: "lax" as const,
  secure: env().siteUrl.startsWith("https://"),
});

/** A cookie of ours as a `Set-Cookie` header says it: scripts cannot read it, other sites cannot post with it. */
export const cookieText = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${env().siteUrl.startsWith("https://") ? "; Secure" : ""}`;
