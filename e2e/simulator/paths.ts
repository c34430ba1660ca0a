import type { Generation } from "./transaction";

export const PROFILES = ["legacy", "orchestrator", "pgw"] as const;
export type Profile = (typeof PROFILES)[number];

export interface GatewayPath {
  generation: Generation;
  /** The generations of the gateway that answer there; legacy and pgw have some paths in common. */
  profiles: readonly Profile[];
  path: string;
}

const LEGACY = "/ApplicationAPI/API";
const HOSTED = "/CustomerPortal/transactionmanagement/merchantform";

const portal = (path: string): GatewayPath => ({ generation: "portal", profiles: ["legacy", "pgw"], path });
const legacy = (path: string): GatewayPath => ({ generation: "portal", profiles: ["legacy"], path: LEGACY + path });
const pgw = (path: string): GatewayPath => ({ generation: "portal", profiles: ["pgw"], path: `/api${path}` });
const orchestrator = (path: string): GatewayPath => ({
  generation: "orchestrator",
  profiles: ["orchestrator"],
  path: `/payment-orchestrator${path}`,
});

/** All three generations are served at once, unless the settings name some. */
export const PATHS = {
  hostedPage: [portal(HOSTED), orchestrator(HOSTED)],
  direct: [
    legacy("/Payment/DoTransaction"),
    pgw("/payment/DoTransaction"),
    orchestrator("/api/v1/rest/payments/m-wallet"),
  ],
  walletV2: [
    legacy("/2.0/Purchase/DoMWalletTransaction"),
    pgw("/2.0/purchase/domwallettransaction"),
    orchestrator("/api/v2/rest/payments/m-wallet"),
  ],
  inquiryV1: [portal(`${LEGACY}/PaymentInquiry/Inquire`), orchestrator("/api/v1/rest/payments/status/inquiry")],
  inquiryV2: [orchestrator("/api/v2/rest/payments/status/inquiry")],
  cardRefund: [
    legacy("/authorize/Refund"),
    pgw("/authorize/Refund"),
    orchestrator("/api/v1/rest/payments/mpgs/authorize/refund"),
  ],
  cardRefundV2: [orchestrator("/api/v1/rest/payments/mpgs/v2.0/authorize/refund")],
  walletRefund: [
    legacy("/Purchase/domwalletrefundtransaction"),
    pgw("/Purchase/domwalletrefundtransaction"),
    orchestrator("/api/v1/rest/payments/m-wallet/refund"),
  ],
  voucherRefund: [
    legacy("/2.0/Purchase/Refund/Voucher"),
    pgw("/2.0/Purchase/Refund/Voucher"),
    orchestrator("/api/v1/rest/payments/voucher/refund"),
  ],
  cardVoid: [legacy("/authorize/Void"), pgw("/authorize/Void")],
} as const;

export function isServed({ profiles }: GatewayPath, served: readonly Profile[]): boolean {
  return profiles.some((profile) => served.includes(profile));
}
