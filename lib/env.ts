import { z } from "zod";

/** Known to everybody who reads this repository, so refused wherever real money could move. */
export const DEMO_SECRETS = {
  NEXTAUTH_SECRET: "demo-session-secret-of-the-sauda-repository",
  CRON_SECRET: "demo-cron-secret-of-the-sauda-repository",
  METRICS_SECRET: "demo-metrics-secret-of-the-sauda-repository",
} as const;

const SIMULATOR_CREDENTIALS = {
  JAZZCASH_MERCHANT_ID: "MC10001",
  JAZZCASH_PASSWORD: "sim0pass01",
  JAZZCASH_INTEGRITY_SALT: "simsalt001",
} as const;

const SIMULATOR_MPIN = "1234";

const whole = (least: number, most: number) =>
  z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
const untouched = z.string().refine((value) => value.trim() === value, "has a blank at its beginning or end");

const Variables = z.object({
  NODE_ENV: z.string().default("development"),
  SAUDA_PROFILE: z.enum(["demo", "test"]).optional(),
  PORT: whole(1, 65_535).default(3000),
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
  DATABASE_POOL_MAX: whole(1, 1000).default(10),
  DATABASE_POOLER: z.enum(["none", "transaction"]).default("none"),
  NEXTAUTH_SECRET: z.string().optional(),
  AUTH_SECRET: z.string().optional(),
  CRON_SECRET: z.string().optional(),
  METRICS_SECRET: z.string().optional(),
  JAZZCASH_ENVIRONMENT: z.enum(["simulator", "sandbox", "production"]).optional(),
  JAZZCASH_API: z.enum(["legacy", "orchestrator", "pgw"]).default("legacy"),
  JAZZCASH_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  JAZZCASH_TXN_TYPE: z.enum(["MWALLET", "MPAY", "MIGS", "OTC", "PAY", "DD", ""]).default(""),
  JAZZCASH_WALLET_API: z.enum(["v2", "v1.1"]).default("v2"),
  JAZZCASH_MERCHANT_ID: untouched.optional(),
  JAZZCASH_PASSWORD: untouched.optional(),
  JAZZCASH_INTEGRITY_SALT: untouched.optional(),
  JAZZCASH_INTEGRITY_SALT_PREVIOUS: untouched.optional(),
  JAZZCASH_MERCHANT_MPIN: untouched.optional(),
  JAZZCASH_SUB_MERCHANT_NAME: untouched.regex(/^[A-Za-z]*$/, "takes letters only").default(""),
  JAZZCASH_TIMEOUT_MS: whole(100, 120_000).default(15_000),
  JAZZCASH_WALLET_TIMEOUT_MS: whole(100, 300_000).default(65_000),
  JAZZCASH_VOUCHER_HOURS: whole(1, 72).default(24),
  CART_EXPIRY_HOURS: z.coerce.number().positive().max(8760).default(24),
  PAYMENT_EXPIRY_MINUTES: whole(5, 1440).default(60),
  TRUSTED_PROXY_HOPS: whole(0, 10).default(0),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  SIMULATOR_PORT: whole(1, 65_535).default(4000),
});

type Variables = z.infer<typeof Variables>;
export type EnvProblem = { variable: string; message: string };

const REQUIRED_IN_PRODUCTION = ["DATABASE_URL", "JAZZCASH_ENVIRONMENT"] as const;
const CREDENTIALS = ["JAZZCASH_MERCHANT_ID", "JAZZCASH_PASSWORD", "JAZZCASH_INTEGRITY_SALT"] as const;
const isLoopback = (url: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

function productionProblems(vars: Variables, siteUrl: string): EnvProblem[] {
  const missing = [
    ...REQUIRED_IN_PRODUCTION.filter((name) => !vars[name]),
    ...(vars.NEXTAUTH_SECRET || vars.AUTH_SECRET ? [] : ["NEXTAUTH_SECRET"]),
    ...(vars.JAZZCASH_ENVIRONMENT === "simulator" ? [] : CREDENTIALS.filter((name) => !vars[name])),
    ...(vars.JAZZCASH_API === "pgw" && vars.JAZZCASH_ENVIRONMENT === "sandbox" && !vars.JAZZCASH_BASE_URL
      ? ["JAZZCASH_BASE_URL"]
      : []),
  ].map((variable) => ({ variable, message: "is required and was not set" }));
  const secrets = Object.values(DEMO_SECRETS) as string[];
  const known = (["NEXTAUTH_SECRET", "AUTH_SECRET", "CRON_SECRET", "METRICS_SECRET"] as const)
    .filter((name) => secrets.includes(vars[name] ?? ""))
    .map((variable) => ({ variable, message: "is the demo's secret, which everybody knows" }));
  const problems = [...missing, ...known];
  if (vars.JAZZCASH_ENVIRONMENT === "simulator" && !isLoopback(siteUrl)) {
    problems.push({ variable: "JAZZCASH_ENVIRONMENT", message: "simulator goes with a loopback SITE_URL only" });
  }
  if (vars.JAZZCASH_ENVIRONMENT === "production") {
    if (!siteUrl.startsWith("https://")) problems.push({ variable: "SITE_URL", message: "must be an https address" });
    if (
      vars.JAZZCASH_BASE_URL &&
      !vars.JAZZCASH_BASE_URL.startsWith("https://") &&
      !isLoopback(vars.JAZZCASH_BASE_URL)
    ) {
      problems.push({ variable: "JAZZCASH_BASE_URL", message: "must be an https address" });
    }
    const simulators = CREDENTIALS.filter((name) => vars[name] === SIMULATOR_CREDENTIALS[name]);
    problems.push(
      ...simulators.map((variable) => ({ variable, message: "is the simulator's, which everybody knows" })),
    );
  }
  return problems;
}

function toEnv(vars: Variables, siteUrl: string, isProduction: boolean) {
  const environment = vars.JAZZCASH_ENVIRONMENT ?? "simulator";
  const simulated = environment === "simulator";
  const credential = (name: (typeof CREDENTIALS)[number]) =>
    vars[name] ?? (simulated ? SIMULATOR_CREDENTIALS[name] : "");
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
    jazzcash: {
      environment,
      api: vars.JAZZCASH_API,
      baseUrl: vars.JAZZCASH_BASE_URL ?? (simulated ? `http://127.0.0.1:${vars.SIMULATOR_PORT}` : null),
      txnType: vars.JAZZCASH_TXN_TYPE,
      walletApi: vars.JAZZCASH_WALLET_API,
      merchantId: credential("JAZZCASH_MERCHANT_ID"),
      password: credential("JAZZCASH_PASSWORD"),
      salt: credential("JAZZCASH_INTEGRITY_SALT"),
      previousSalt: vars.JAZZCASH_INTEGRITY_SALT_PREVIOUS ?? null,
      merchantMpin: vars.JAZZCASH_MERCHANT_MPIN ?? (simulated ? SIMULATOR_MPIN : null),
      subMerchantName: vars.JAZZCASH_SUB_MERCHANT_NAME,
      returnUrl: `${siteUrl}/api/cart/payments/jazzcash/return/`,
      timeoutMs: vars.JAZZCASH_TIMEOUT_MS,
      walletTimeoutMs: vars.JAZZCASH_WALLET_TIMEOUT_MS,
      voucherHours: vars.JAZZCASH_VOUCHER_HOURS,
    },
  };
}

export type Env = ReturnType<typeof toEnv>;

/** Reads all variables at once; an empty or blank one counts as unset. `derived` is what next-auth reads by itself. */
export function readEnv(
  source: NodeJS.ProcessEnv,
): { env: Env; derived: Record<string, string>; problems?: undefined } | { problems: EnvProblem[] } {
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
  const problems = isProduction ? productionProblems(vars, siteUrl) : [];
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
