import { z } from "zod";
import { isLoopback } from "./loopback";

const text = (fallback: string) => z.string().trim().min(1).default(fallback);
const milliseconds = (fallback: number) => z.coerce.number().int().min(0).max(600_000).default(fallback);
const address = z.string().trim().refine(isLoopback, "must be an address of this machine").nullable().default(null);

const Environment = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SIMULATOR_MERCHANT_ID: text("MC10001"),
  SIMULATOR_PASSWORD: text("sim0pass01"),
  SIMULATOR_INTEGRITY_SALT: text("simsalt001"),
  SIMULATOR_MPIN: text("1234"),
  SIMULATOR_SUB_MERCHANT_NAME: z.string().trim().nullable().default(null),
  SIMULATOR_RETURN_URL: address,
  SIMULATOR_IPN_URL: address,
  SIMULATOR_IPN_DELAY_MS: milliseconds(1500),
  SIMULATOR_IPN_RETRY_MS: milliseconds(2000),
  SIMULATOR_IPN_TIMEOUT_MS: milliseconds(60_000),
  SIMULATOR_NEVER_RETURN_IPN: z.enum(["0", "1"]).default("0"),
  SIMULATOR_WALLET_DELAY_MS: milliseconds(800),
  SIMULATOR_WALLET_SLOW_MS: milliseconds(20_000),
  SIMULATOR_WALLET_LATER_MS: milliseconds(3000),
  SIMULATOR_VOUCHER_HOURS: z.coerce.number().int().min(1).max(72).default(24),
  SIMULATOR_BAD_HASH_CODE: z.enum(["110", "115"]).default("115"),
});

export interface Settings {
  port: number;
  merchantId: string;
  password: string;
  salt: string;
  mpin: string;
  /** Where set, the pgw wallet call must carry it, as some production accounts ask. */
  subMerchantName: string | null;
  /** The return URL registered in the portal; null accepts the shop's path on any loopback origin. */
  returnUrl: string | null;
  ipnUrl: string | null;
  ipnDelayMs: number;
  ipnRetryMs: number;
  ipnTimeoutMs: number;
  neverReturnIpn: boolean;
  walletDelayMs: number;
  walletSlowMs: number;
  walletLaterMs: number;
  voucherHours: number;
  badHashCode: "110" | "115";
}

/** Reads SIMULATOR_* variables; an empty one counts as unset, a wrong one throws an error that names it. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
  }
  const values = read.data;
  return {
    port: values.SIMULATOR_PORT,
    merchantId: values.SIMULATOR_MERCHANT_ID,
    password: values.SIMULATOR_PASSWORD,
    salt: values.SIMULATOR_INTEGRITY_SALT,
    mpin: values.SIMULATOR_MPIN,
    subMerchantName: values.SIMULATOR_SUB_MERCHANT_NAME,
    returnUrl: values.SIMULATOR_RETURN_URL,
    ipnUrl: values.SIMULATOR_IPN_URL,
    ipnDelayMs: values.SIMULATOR_IPN_DELAY_MS,
    ipnRetryMs: values.SIMULATOR_IPN_RETRY_MS,
    ipnTimeoutMs: values.SIMULATOR_IPN_TIMEOUT_MS,
    neverReturnIpn: values.SIMULATOR_NEVER_RETURN_IPN === "1",
    walletDelayMs: values.SIMULATOR_WALLET_DELAY_MS,
    walletSlowMs: values.SIMULATOR_WALLET_SLOW_MS,
    walletLaterMs: values.SIMULATOR_WALLET_LATER_MS,
    voucherHours: values.SIMULATOR_VOUCHER_HOURS,
    badHashCode: values.SIMULATOR_BAD_HASH_CODE,
  };
}
