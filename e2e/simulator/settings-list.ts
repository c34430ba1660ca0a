import { z } from "zod";
import { FaultInput } from "./fault-input";
import { isLoopback } from "./loopback";
import { PROFILES } from "./paths";

const text = (fallback: string) => z.string().trim().min(1).default(fallback);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const percent = (fallback: number) => z.coerce.number().min(0).max(50).default(fallback);
const milliseconds = (fallback: number) => whole(0, 600_000).default(fallback);
const address = z.string().trim().refine(isLoopback, "must be an address of this machine").nullable().default(null);
const yesOrNo = z
  .enum(["0", "1"])
  .default("0")
  .transform((said) => said === "1");
const generations = z
  .string()
  .default(PROFILES.join(","))
  .transform((said) => said.split(",").map((one) => one.trim()))
  .pipe(z.array(z.enum(PROFILES, { error: `must be some of ${PROFILES.join(", ")}` })));
const faults = z
  .string()
  .default("[]")
  .transform((said, context): unknown => {
    try {
      return JSON.parse(said);
    } catch {
      context.issues.push({ code: "custom", message: "must be a JSON list of faults", input: said });
      return z.NEVER;
    }
  })
  .pipe(z.array(FaultInput));

export interface SettingKind {
  variable: string;
  says: string;
  reads: z.ZodType;
  /** Never shown. */
  secret?: true;
  /** Decided when the simulator starts. */
  fixed?: true;
}

/** Every setting that there is: the environment, the control panel, the control interface and the documentation read this one list. */
export const SETTINGS = {
  port: {
    variable: "SIMULATOR_PORT",
    fixed: true,
    reads: whole(0, 65_535).default(4000),
    says: "The port on 127.0.0.1; 0 takes a free one.",
  },
  smtpPort: {
    variable: "SIMULATOR_SMTP_PORT",
    fixed: true,
    reads: whole(0, 65_535).nullable().default(null),
    says: "The port of the mail receiver; unset, the one after SIMULATOR_PORT, or a free one where that is taken.",
  },
  merchantId: { variable: "SIMULATOR_MERCHANT_ID", reads: text("MC10001"), says: "pp_MerchantID." },
  password: { variable: "SIMULATOR_PASSWORD", secret: true, reads: text("sim0pass01"), says: "pp_Password." },
  salt: {
    variable: "SIMULATOR_INTEGRITY_SALT",
    secret: true,
    reads: text("simsalt001"),
    says: "The integrity salt, with which both sides sign.",
  },
  mpin: {
    variable: "SIMULATOR_MPIN",
    secret: true,
    reads: text("1234"),
    says: "pp_MerchantMPIN of refunds to wallets.",
  },
  subMerchantName: {
    variable: "SIMULATOR_SUB_MERCHANT_NAME",
    reads: z.string().trim().nullable().default(null),
    says: "Where set, the pgw and legacy v1.1 wallet call must carry it as pp_SubMerchantName, else “Hash Mismatch”.",
  },
  returnUrl: {
    variable: "SIMULATOR_RETURN_URL",
    reads: address,
    says: "The return URL registered in the portal, to the letter; unset, any of this machine that ends like Sauda's.",
  },
  ipnUrl: {
    variable: "SIMULATOR_IPN_URL",
    reads: address,
    says: "Where the IPN is sent; unset, the return URL with /callback/ in the place of /return/.",
  },
  ipnDelayMs: {
    variable: "SIMULATOR_IPN_DELAY_MS",
    reads: milliseconds(1500),
    says: "How long after the payment the IPN is sent.",
  },
  ipnRetryMs: {
    variable: "SIMULATOR_IPN_RETRY_MS",
    reads: milliseconds(2000),
    says: "The pause between its three attempts.",
  },
  ipnTimeoutMs: {
    variable: "SIMULATOR_IPN_TIMEOUT_MS",
    reads: milliseconds(60_000),
    says: "How long the shop may take to answer it.",
  },
  neverReturnIpn: {
    variable: "SIMULATOR_NEVER_RETURN_IPN",
    reads: yesOrNo,
    says: "1: “Pay but never return” sends the IPN; 0: the shop hears nothing.",
  },
  walletDelayMs: {
    variable: "SIMULATOR_WALLET_DELAY_MS",
    reads: milliseconds(800),
    says: "How long a payer takes to type the MPIN.",
  },
  walletSlowMs: {
    variable: "SIMULATOR_WALLET_SLOW_MS",
    reads: milliseconds(20_000),
    says: "How long the slow payer takes (03120000134).",
  },
  walletLaterMs: {
    variable: "SIMULATOR_WALLET_LATER_MS",
    reads: milliseconds(3000),
    says: "When the pending one is paid after all (03120000121).",
  },
  voucherHours: {
    variable: "SIMULATOR_VOUCHER_HOURS",
    reads: whole(1, 72).default(24),
    says: "The life of a voucher in hours, never shorter than its form's.",
  },
  badHashCode: {
    variable: "SIMULATOR_BAD_HASH_CODE",
    reads: z.enum(["110", "115"]).default("115"),
    says: "What a wrong hash is answered with: 115, or 110 naming pp_SecureHash.",
  },
  generations: {
    variable: "SIMULATOR_GENERATIONS",
    reads: generations,
    says: "Whose paths are answered, with commas between; the others are 404.",
  },
  portalInquiry: {
    variable: "SIMULATOR_PORTAL_INQUIRY",
    reads: z.enum(["v1", "v2"]).default("v1"),
    says: "The shape of the inquiry's answer on the legacy and pgw path.",
  },
  inquiryPendingMinutes: {
    variable: "SIMULATOR_INQUIRY_PENDING_MINUTES",
    reads: whole(0, 60).default(0),
    says: "For so many minutes after its opening, the inquiry calls any payment pending; the guide names ten.",
  },
  partialRefunds: {
    variable: "SIMULATOR_PARTIAL_REFUNDS",
    reads: z.enum(["many", "one", "none"]).default("many"),
    says: "Refunds of a part: many, one (then 451), none (454).",
  },
  settlementHours: {
    variable: "SIMULATOR_SETTLEMENT_HOURS",
    reads: whole(0, 720).default(0),
    says: "Until so many hours after its payment, a refund is refused with 455.",
  },
  refundBalance: {
    variable: "SIMULATOR_REFUND_BALANCE",
    reads: whole(0, 1e13).nullable().default(null),
    says: "What all refunds together may take from the merchant's account, in paisa, then 453; unset, without end.",
  },
  refundShownMinutes: {
    variable: "SIMULATOR_REFUND_SHOWN_MINUTES",
    reads: whole(0, 1440).default(0),
    says: "After so many minutes the inquiry says 131 of a refunded payment, and 121 until then.",
  },
  settlementFee: {
    variable: "SIMULATOR_SETTLEMENT_FEE",
    reads: percent(2),
    says: "What a settlement file keeps of each payment as JazzCash's fee, in percent.",
  },
  settlementTax: {
    variable: "SIMULATOR_SETTLEMENT_TAX",
    reads: percent(16),
    says: "The tax on a settlement file's fees, in percent of the fee.",
  },
  courierFee: {
    variable: "SIMULATOR_COURIER_FEE",
    reads: whole(0, 1e9).default(20_000),
    says: "What a courier's file keeps of each parcel, in paisa, at most half of it.",
  },
  faults: {
    variable: "SIMULATOR_FAULTS",
    fixed: true,
    reads: faults,
    says: "A JSON list of faults that stand from the start and after each reset.",
  },
} satisfies Record<string, SettingKind>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]["reads"]> };
