import type { Generation } from "./transaction";

export interface GatewayPath {
  generation: Generation;
  path: string;
}

const LEGACY = "/ApplicationAPI/API";
const PGW = "/api";
const ORCHESTRATOR = "/payment-orchestrator";

const portal = (path: string): GatewayPath => ({ generation: "portal", path });
const orchestrator = (path: string): GatewayPath => ({ generation: "orchestrator", path: ORCHESTRATOR + path });

/** All three generations are served at once; legacy and pgw share their hosted page. */
export const PATHS = {
  hostedPage: [
    portal("/CustomerPortal/transactionmanagement/merchantform"),
    orchestrator("/CustomerPortal/transactionmanagement/merchantform"),
  ],
  direct: [
    portal(`${LEGACY}/Payment/DoTransaction`),
    portal(`${PGW}/payment/DoTransaction`),
    orchestrator("/api/v1/rest/payments/m-wallet"),
  ],
  walletV2: [
    portal(`${LEGACY}/2.0/Purchase/DoMWalletTransaction`),
    portal(`${PGW}/2.0/purchase/domwallettransaction`),
    orchestrator("/api/v2/rest/payments/m-wallet"),
  ],
  inquiryV1: [portal(`${LEGACY}/PaymentInquiry/Inquire`), orchestrator("/api/v1/rest/payments/status/inquiry")],
  inquiryV2: [orchestrator("/api/v2/rest/payments/status/inquiry")],
  cardRefund: [
    portal(`${LEGACY}/authorize/Refund`),
    portal(`${PGW}/authorize/Refund`),
    orchestrator("/api/v1/rest/payments/mpgs/authorize/refund"),
  ],
  cardRefundV2: [orchestrator("/api/v1/rest/payments/mpgs/v2.0/authorize/refund")],
  walletRefund: [
    portal(`${LEGACY}/Purchase/domwalletrefundtransaction`),
    portal(`${PGW}/Purchase/domwalletrefundtransaction`),
    orchestrator("/api/v1/rest/payments/m-wallet/refund"),
  ],
  voucherRefund: [
    portal(`${LEGACY}/2.0/Purchase/Refund/Voucher`),
    portal(`${PGW}/2.0/Purchase/Refund/Voucher`),
    orchestrator("/api/v1/rest/payments/voucher/refund"),
  ],
} as const;
