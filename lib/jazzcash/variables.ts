import { z } from "zod";
import { wholeVariable } from "@/lib/shared/whole-variable";

/** The simulator's, known to everybody. */
const SIMULATOR = {
  JAZZCASH_MERCHANT_ID: "MC10001",
  JAZZCASH_PASSWORD: "sim0pass01",
  JAZZCASH_INTEGRITY_SALT: "simsalt001",
  JAZZCASH_MERCHANT_MPIN: "1234",
} as const;

const CREDENTIALS = ["JAZZCASH_MERCHANT_ID", "JAZZCASH_PASSWORD", "JAZZCASH_INTEGRITY_SALT"] as const;

/** What a portal shows and a person copies: exactly that, without what a copy or a file of variables may add. */
const copied = z
  .string()
  .refine((value) => value.trim() === value, { error: "has a blank at its beginning or end", abort: true })
  .refine((value) => !/^(["']).*\1$/.test(value), { error: "has quotation marks around it", abort: true })
  .refine((value) => /^[\x20-\x25\x27-\x7e]*$/.test(value), { error: "has a sign that cannot be signed", abort: true });

/** Every variable of the gateway, each by itself. */
export const GATEWAY_VARIABLES = {
  JAZZCASH_ENVIRONMENT: z.enum(["simulator", "sandbox", "production"]).optional(),
  JAZZCASH_API: z.enum(["legacy", "orchestrator", "pgw"]).default("legacy"),
  JAZZCASH_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  JAZZCASH_TXN_TYPE: z.enum(["MWALLET", "MPAY", "MIGS", "OTC", "PAY", "DD", ""]).default(""),
  JAZZCASH_WALLET_API: z.enum(["v2", "v1.1"]).default("v2"),
  JAZZCASH_MERCHANT_ID: copied.optional(),
  JAZZCASH_PASSWORD: copied.optional(),
  JAZZCASH_INTEGRITY_SALT: copied.optional(),
  JAZZCASH_INTEGRITY_SALT_PREVIOUS: copied.optional(),
  JAZZCASH_MERCHANT_MPIN: copied.regex(/^\d{4,6}$/, "must be the merchant's MPIN, its digits alone").optional(),
  JAZZCASH_SUB_MERCHANT_NAME: copied.regex(/^[A-Za-z]*$/, "takes letters only").default(""),
  JAZZCASH_TIMEOUT_MS: wholeVariable(100, 120_000).default(15_000),
  JAZZCASH_WALLET_TIMEOUT_MS: wholeVariable(100, 300_000).default(65_000),
  JAZZCASH_VOUCHER_HOURS: wholeVariable(1, 72).default(24),
  SIMULATOR_PORT: wholeVariable(1, 65_535).default(4000),
};

const Variables = z.object(GATEWAY_VARIABLES);
type Variables = z.infer<typeof Variables>;
export type Problem = { variable: string; message: string };

export const MISSING = "is required and was not set";
const NO_HTTPS = "must be an https address";
const KNOWN = "is the simulator's, which everybody knows";

export const isLoopback = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

/** The hosts of JazzCash; at the orchestrator's the credentials alone decide whether the money is real. */
const HOSTS: Record<string, { environments: readonly Variables["JAZZCASH_ENVIRONMENT"][]; isOrchestrator: boolean }> = {
  "sandbox.jazzcash.com.pk": { environments: ["sandbox"], isOrchestrator: false },
  "testpayments.jazzcash.com.pk": { environments: ["sandbox"], isOrchestrator: false },
  "payments.jazzcash.com.pk": { environments: ["production"], isOrchestrator: false },
  "pgw.jazzcash.com.pk": { environments: ["production"], isOrchestrator: false },
  "onlinepayments.jazzcash.com.pk": { environments: ["sandbox", "production"], isOrchestrator: true },
};

/**
 * What contradicts itself in any mode of the shop: pretend money at a real host or the other way about, one
 * generation's paths at another's host, and a salt that everybody knows accepted beside a true one.
 */
export function contradictions(vars: Variables): Problem[] {
  const { JAZZCASH_ENVIRONMENT: environment = "simulator", JAZZCASH_API: api, JAZZCASH_BASE_URL: url } = vars;
  const problems: Problem[] = [];
  const host = url ? new URL(url).hostname.replace(/\.$/, "") : "";
  const real = Object.hasOwn(HOSTS, host) ? HOSTS[host] : undefined;
  const doesNotGoWith = (what: string) => ({
    variable: "JAZZCASH_BASE_URL",
    message: `${host} does not go with ${what}`,
  });
  if (real && !real.environments.includes(environment)) {
    problems.push(doesNotGoWith(`JAZZCASH_ENVIRONMENT=${environment}`));
  }
  if (real && real.isOrchestrator !== (api === "orchestrator")) problems.push(doesNotGoWith(`JAZZCASH_API=${api}`));
  const previous = vars.JAZZCASH_INTEGRITY_SALT_PREVIOUS;
  const isKnown = previous === SIMULATOR.JAZZCASH_INTEGRITY_SALT && previous !== vars.JAZZCASH_INTEGRITY_SALT;
  if (isKnown && environment !== "simulator") {
    problems.push({ variable: "JAZZCASH_INTEGRITY_SALT_PREVIOUS", message: KNOWN });
  }
  return problems;
}

/** What keeps a shop in production from taking money by this gateway. */
export function productionObstacles(vars: Variables, siteUrl: string): Problem[] {
  const { JAZZCASH_ENVIRONMENT: environment, JAZZCASH_API: api, JAZZCASH_BASE_URL: url } = vars;
  if (environment === "simulator") {
    if (isLoopback(siteUrl)) return [];
    return [{ variable: "JAZZCASH_ENVIRONMENT", message: "simulator goes with a loopback SITE_URL only" }];
  }
  const needsAddress = api === "pgw" && environment === "sandbox" && !url;
  const missing = [...CREDENTIALS.filter((name) => !vars[name]), ...(needsAddress ? ["JAZZCASH_BASE_URL"] : [])];
  const problems = missing.map((variable) => ({ variable, message: MISSING }));
  if (environment !== "production") return problems;
  if (!siteUrl.startsWith("https://")) problems.push({ variable: "SITE_URL", message: NO_HTTPS });
  if (url && !url.startsWith("https://") && !isLoopback(url)) {
    problems.push({ variable: "JAZZCASH_BASE_URL", message: NO_HTTPS });
  }
  const known = CREDENTIALS.filter((name) => vars[name] === SIMULATOR[name]);
  return [...problems, ...known.map((variable) => ({ variable, message: KNOWN }))];
}

/** The gateway as the shop knows it; where it is the simulator, its own credentials are there by themselves. */
export function gatewayOf(vars: Variables, siteUrl: string) {
  const environment = vars.JAZZCASH_ENVIRONMENT ?? "simulator";
  const isSimulated = environment === "simulator";
  const credential = (name: keyof typeof SIMULATOR) => vars[name] ?? (isSimulated ? SIMULATOR[name] : "");
  return {
    environment,
    api: vars.JAZZCASH_API,
    baseUrl: vars.JAZZCASH_BASE_URL ?? (isSimulated ? `http://127.0.0.1:${vars.SIMULATOR_PORT}` : null),
    txnType: vars.JAZZCASH_TXN_TYPE,
    walletApi: vars.JAZZCASH_WALLET_API,
    merchantId: credential("JAZZCASH_MERCHANT_ID"),
    password: credential("JAZZCASH_PASSWORD"),
    salt: credential("JAZZCASH_INTEGRITY_SALT"),
    previousSalt: vars.JAZZCASH_INTEGRITY_SALT_PREVIOUS ?? null,
    merchantMpin: credential("JAZZCASH_MERCHANT_MPIN") || null,
    subMerchantName: vars.JAZZCASH_SUB_MERCHANT_NAME,
    returnUrl: `${siteUrl}/api/cart/payments/jazzcash/return/`,
    timeoutMs: vars.JAZZCASH_TIMEOUT_MS,
    walletTimeoutMs: vars.JAZZCASH_WALLET_TIMEOUT_MS,
    voucherHours: vars.JAZZCASH_VOUCHER_HOURS,
  };
}
