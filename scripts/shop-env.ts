import { DEMO_SECRETS } from "@/lib/env";

export type Profile = "demo" | "test";

/** The variables of a shop on this machine with the simulator as its gateway and its post; what the user has set wins. */
export function shopEnv(source: NodeJS.ProcessEnv, profile: Profile, dev: boolean): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const { NEXTAUTH_SECRET, ...otherSecrets } = DEMO_SECRETS;
  const port = given.PORT ?? "3000";
  const simulatorPort = given.SIMULATOR_PORT ?? "4000";
  const smtpPort = given.SIMULATOR_SMTP_PORT ?? String(Number(simulatorPort) + 1);
  const simulated = (given.JAZZCASH_ENVIRONMENT ?? "simulator") === "simulator";
  const siteUrl = given.SITE_URL ?? `http://localhost:${port}`;
  return {
    ...otherSecrets,
    ...(given.AUTH_SECRET === undefined && { NEXTAUTH_SECRET }),
    PORT: port,
    SIMULATOR_PORT: simulatorPort,
    SIMULATOR_SMTP_PORT: smtpPort,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SMS_URL: `http://127.0.0.1:${simulatorPort}/sms`,
    SITE_URL: siteUrl,
    ...(simulated && { SIMULATOR_RETURN_URL: `${siteUrl}/api/cart/payments/jazzcash/return/` }),
    JAZZCASH_ENVIRONMENT: "simulator",
    ...(simulated && { JAZZCASH_BASE_URL: `http://127.0.0.1:${simulatorPort}` }),
    NEXT_TELEMETRY_DISABLED: "1",
    ...given,
    NODE_ENV: dev ? "development" : "production",
    SAUDA_PROFILE: profile,
  };
}
