import type { Env } from "@/lib/env";

export type JazzCashConfig = Env["jazzcash"];

type Generation = {
  origins: { sandbox: string | null; production: string };
  hostedForm: string;
  wallet: { v2: string; "v1.1": string };
  inquiry: string;
  refund: { card: string; wallet: string; voucher: string };
};

/** The three generations of gateway addresses that coexist (legacy v4.2 guide, 2026 orchestrator guides, 2026 PGW). */
const GENERATIONS: Record<JazzCashConfig["api"], Generation> = {
  legacy: {
    origins: { sandbox: "https://sandbox.jazzcash.com.pk", production: "https://payments.jazzcash.com.pk" },
    hostedForm: "/CustomerPortal/transactionmanagement/merchantform/",
    wallet: {
      v2: "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction",
      "v1.1": "/ApplicationAPI/API/Payment/DoTransaction",
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
    wallet: {
      v2: "/payment-orchestrator/api/v2/rest/payments/m-wallet",
      "v1.1": "/payment-orchestrator/api/v1/rest/payments/m-wallet",
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
    wallet: { v2: "/api/2.0/purchase/domwallettransaction", "v1.1": "/api/payment/DoTransaction" },
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

export const walletUrl = (config: JazzCashConfig): string =>
  gatewayOrigin(config) + GENERATIONS[config.api].wallet[config.walletApi];

export const inquiryUrl = (config: JazzCashConfig): string => gatewayOrigin(config) + GENERATIONS[config.api].inquiry;

export const refundUrl = (way: "card" | "wallet" | "voucher", config: JazzCashConfig): string =>
  gatewayOrigin(config) + GENERATIONS[config.api].refund[way];
