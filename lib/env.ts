import { z } from "zod";
import {
  contradictions,
  GATEWAY_VARIABLES,
  gatewayOf,
  isLoopback,
  MISSING,
  type Problem,
  productionObstacles,
} from "@/lib/jazzcash/variables";
import { wholeVariable } from "@/lib/shared/whole-variable";

/** Known to everybody who reads this repository, so refused wherever real money could move. */
export const DEMO_SECRETS = {
  NEXTAUTH_SECRET: "demo-session-secret-of-the-sauda-repository",
  CRON_SECRET: "demo-cron-secret-of-the-sauda-repository",
  METRICS_SECRET: "demo-metrics-secret-of-the-sauda-repository",
} as const;

const Variables = z.object({
  NODE_ENV: z.string().default("development"),
  SAUDA_PROFILE: z.enum(["demo", "test"]).optional(),
  PORT: wholeVariable(1, 65_535).default(3000),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .refine((value) => {
      if (!URL.canParse(value)) return true; // said already
      const { pathname, search } = new URL(value);
      return pathname === "/" && search === "";
    }, "must be an origin without a path")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a postgres:// address")
    .optional(),
  DATABASE_POOL_MAX: wholeVariable(1, 1000).default(10),
  DATABASE_POOLER: z.enum(["none", "transaction"]).default("none"),
  NEXTAUTH_SECRET: z.string().optional(),
  AUTH_SECRET: z.string().optional(),
  CRON_SECRET: z.string().optional(),
  METRICS_SECRET: z.string().optional(),
  ...GATEWAY_VARIABLES,
  CART_EXPIRY_HOURS: z.coerce.number().positive().max(8760).default(24),
  PAYMENT_EXPIRY_MINUTES: wholeVariable(5, 1440).default(60),
  TRUSTED_PROXY_HOPS: wholeVariable(0, 10).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, "must be an e-mail address or Name <address>")
    .optional(),
  SMS_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be a bucket's name")
    .optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
});

type Variables = z.infer<typeof Variables>;

const REQUIRED_IN_PRODUCTION = ["DATABASE_URL", "JAZZCASH_ENVIRONMENT"] as const;

function productionProblems(vars: Variables, siteUrl: string): Problem[] {
  const missing = [
    ...REQUIRED_IN_PRODUCTION.filter((name) => !vars[name]),
    ...(vars.NEXTAUTH_SECRET || vars.AUTH_SECRET ? [] : ["NEXTAUTH_SECRET"]),
  ].map((variable) => ({ variable, message: MISSING }));
  const secrets = Object.values(DEMO_SECRETS) as string[];
  const known = (["NEXTAUTH_SECRET", "AUTH_SECRET", "CRON_SECRET", "METRICS_SECRET"] as const)
    .filter((name) => secrets.includes(vars[name] ?? ""))
    .map((variable) => ({ variable, message: "is the demo's secret, which everybody knows" }));
  return [...missing, ...known, ...productionObstacles(vars, siteUrl)];
}

const S3_VARIABLES = ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

/** A store for pictures is described whole or not at all. */
const storeProblems = (vars: Variables): Problem[] =>
  S3_VARIABLES.some((name) => vars[name])
    ? S3_VARIABLES.filter((name) => !vars[name]).map((variable) => ({ variable, message: MISSING }))
    : [];

const storeOf = (vars: Variables) =>
  vars.S3_ENDPOINT
    ? {
        endpoint: vars.S3_ENDPOINT.replace(/\/+$/, ""),
        bucket: vars.S3_BUCKET ?? "",
        region: vars.S3_REGION ?? "",
        accessKeyId: vars.S3_ACCESS_KEY_ID ?? "",
        secretAccessKey: vars.S3_SECRET_ACCESS_KEY ?? "",
      }
    : null;

const hostOf = (siteUrl: string): string => new URL(siteUrl).hostname;

function toEnv(vars: Variables, siteUrl: string, isProduction: boolean) {
  return {
    isProduction,
    isDevelopment: vars.NODE_ENV === "development",
    port: vars.PORT,
    siteUrl,
    databaseUrl: vars.DATABASE_URL ?? "",
    databasePoolMax: vars.DATABASE_POOL_MAX,
    databasePooler: vars.DATABASE_POOLER,
    authSecret: vars.NEXTAUTH_SECRET ?? vars.AUTH_SECRET ?? DEMO_SECRETS.NEXTAUTH_SECRET,
    cronSecret: vars.CRON_SECRET ?? null,
    cartExpiryHours: vars.CART_EXPIRY_HOURS,
    paymentExpiryMinutes: vars.PAYMENT_EXPIRY_MINUTES,
    trustedProxyHops: vars.TRUSTED_PROXY_HOPS,
    rateLimitFactor: vars.RATE_LIMIT_FACTOR,
    mail: vars.SMTP_URL ? { smtpUrl: vars.SMTP_URL, from: vars.MAIL_FROM ?? `Sauda <shop@${hostOf(siteUrl)}>` } : null,
    smsUrl: vars.SMS_URL ?? null,
    pictureStore: storeOf(vars),
    jazzcash: gatewayOf(vars, siteUrl),
  };
}

export type Env = ReturnType<typeof toEnv>;

/** Reads all variables at once; an empty or blank one counts as unset. `derived` is what next-auth reads by itself. */
export function readEnv(
  source: NodeJS.ProcessEnv,
): { env: Env; derived: Record<string, string>; problems?: undefined } | { problems: Problem[] } {
  const parsed = Variables.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== "")),
  );
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => ({ variable: issue.path.join("."), message: issue.message })),
    };
  }
  const vars = parsed.data;
  const siteUrl = new URL(vars.SITE_URL ?? `http://localhost:${vars.PORT}`).origin;
  if (vars.SAUDA_PROFILE && (!isLoopback(siteUrl) || vars.JAZZCASH_ENVIRONMENT === "production")) {
    return {
      problems: [{ variable: "SAUDA_PROFILE", message: "is for this machine alone, and never for real money" }],
    };
  }
  const isProduction = vars.NODE_ENV === "production" && vars.SAUDA_PROFILE === undefined;
  const problems = [
    ...contradictions(vars),
    ...storeProblems(vars),
    ...(isProduction ? productionProblems(vars, siteUrl) : []),
  ];
  if (problems.length > 0) return { problems };
  const env = toEnv(vars, siteUrl, isProduction);
  return { env, derived: { AUTH_URL: siteUrl, AUTH_SECRET: env.authSecret, AUTH_TRUST_HOST: "true" } };
}

let known: Env | undefined;

/** The process's environment, read at the first use, so that the build needs no variable. */
export function env(): Env {
  if (!known) {
    const reading = readEnv(process.env);
    if (reading.problems) throw new Error(reading.problems.map((p) => `${p.variable}: ${p.message}`).join("\n"));
    known = reading.env;
  }
  return known;
}
