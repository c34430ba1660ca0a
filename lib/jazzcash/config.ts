import type { Env } from "@/lib/env";

export type JazzCashConfig = Env["jazzcash"];

type Generation = {
  origins: { sandbox: string | null; production: string };
  hostedForm: string;
  /** `pp_Version` of the hosted form by `pp_TxnType`; what does not stand here is 1.1. */
  versions: { [txnType: string]: "2.0" };
  wallet: Record<JazzCashConfig["walletApi"], { path: string; fields: readonly string[] }>;
  inquiry: string;
  refund: { card: string; wallet: string; voucher: string };
};

const PURCHASE = [
  "pp_Amount",
  "pp_BillReference",
  "pp_Description",
  "pp_Language",
  "pp_MerchantID",
  "pp_Password",
  "pp_TxnCurrency",
  "pp_TxnDateTime",
  "pp_TxnExpiryDateTime",
  "pp_TxnRefNo",
  "ppmpf_1",
  "ppmpf_2",
  "ppmpf_3",
  "ppmpf_4",
  "ppmpf_5",
];
const BANKING = ["pp_BankID", "pp_ProductID", "pp_SubMerchantID"];
const WALLET_V2 = [...PURCHASE, ...BANKING, "pp_CNIC", "pp_MobileNumber"];
const WALLET_V1 = [...PURCHASE, "pp_ReturnURL", "pp_TxnType", "pp_Version"];

/** Cards are version 2.0 on the portals, and 1.1 on the orchestrator (card redirection guides of each). */
const PORTAL_VERSIONS = { MPAY: "2.0", PAY: "2.0" } as const;

/**
 * The three generations that coexist (legacy v4.2 guide, 2026 orchestrator guides, 2026 PGW). The gateway hashes the
 * fields that a call of that generation knows, so that each list is closed: none left out, none added.
 */
const GENERATIONS: Record<JazzCashConfig["api"], Generation> = {
  legacy: {
    origins: { sandbox: "https://sandbox.jazzcash.com.pk", production: "https://payments.jazzcash.com.pk" },
    hostedForm: "/CustomerPortal/transactionmanagement/merchantform/",
    versions: PORTAL_VERSIONS,
    wallet: {
      v2: { path: "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction", fields: WALLET_V2 },
      "v1.1": { path: "/ApplicationAPI/API/Payment/DoTransaction", fields: WALLET_V1 },
    },
    inquiry: "/ApplicationAPI/API/PaymentInquiry/Inquire",
    refund: {
      card: "/ApplicationAPI/API/authorize/Refund",
      wallet: "/ApplicationAPI/API/Purchase/domwalletrefundtransaction",
      voucher: "/ApplicationAPI/API/2.0/Purchase/Refund/Voucher",
    },
  },
  orchestrator: {
    origins: {
      sandbox: "https://onlinepayments.jazzcash.com.pk",
      production: "https://onlinepayments.jazzcash.com.pk",
    },
    hostedForm: "/payment-orchestrator/CustomerPortal/transactionmanagement/merchantform/",
    versions: {},
    wallet: {
      v2: { path: "/payment-orchestrator/api/v2/rest/payments/m-wallet", fields: WALLET_V2 },
      "v1.1": { path: "/payment-orchestrator/api/v1/rest/payments/m-wallet", fields: WALLET_V1 },
    },
    inquiry: "/payment-orchestrator/api/v2/rest/payments/status/inquiry",
    refund: {
      card: "/payment-orchestrator/api/v1/rest/payments/mpgs/authorize/refund",
      wallet: "/payment-orchestrator/api/v1/rest/payments/m-wallet/refund",
      voucher: "/payment-orchestrator/api/v1/rest/payments/voucher/refund",
    },
  },
  pgw: {
    origins: { sandbox: null, production: "https://pgw.jazzcash.com.pk" },
    hostedForm: "/CustomerPortal/transactionmanagement/merchantform/",
    versions: PORTAL_VERSIONS,
    wallet: {
      v2: { path: "/api/2.0/purchase/domwallettransaction", fields: WALLET_V2 },
      "v1.1": { path: "/api/payment/DoTransaction", fields: [...WALLET_V1, ...BANKING, "pp_SubMerchantName"] },
    },
    inquiry: "/ApplicationAPI/API/PaymentInquiry/Inquire",
    refund: {
      card: "/api/authorize/Refund",
      wallet: "/api/Purchase/domwalletrefundtransaction",
      voucher: "/api/2.0/Purchase/Refund/Voucher",
    },
  },
};

/** What must not be kept anywhere in clear. */
export const secretsOf = (config: JazzCashConfig): (string | null)[] => [
  config.password,
  config.salt,
  config.previousSalt,
  config.merchantMpin,
];

/** Scheme, host and port of every gateway address. */
export function gatewayOrigin(config: JazzCashConfig): string {
  const { sandbox, production } = GENERATIONS[config.api].origins;
  const origin = config.baseUrl ?? (config.environment === "production" ? production : sandbox);
  if (!origin) throw new Error("JAZZCASH_BASE_URL: this generation has no sandbox of its own");
  return new URL(origin).origin;
}

export const hostedFormUrl = (config: JazzCashConfig): string =>
  gatewayOrigin(config) + GENERATIONS[config.api].hostedForm;

/** `pp_Version` of the hosted form, which goes with the kind of payment that it asks for. */
export const hostedFormVersion = ({ api, txnType }: JazzCashConfig): string =>
  GENERATIONS[api].versions[txnType] ?? "1.1";

export const walletUrl = (config: JazzCashConfig): string =>
  gatewayOrigin(config) + GENERATIONS[config.api].wallet[config.walletApi].path;

export const walletFields = ({ api, walletApi }: JazzCashConfig): readonly string[] =>
  GENERATIONS[api].wallet[walletApi].fields;

export const inquiryUrl = (config: JazzCashConfig): string => gatewayOrigin(config) + GENERATIONS[config.api].inquiry;

export const refundUrl = (way: "card" | "wallet" | "voucher", config: JazzCashConfig): string =>
  gatewayOrigin(config) + GENERATIONS[config.api].refund[way];
