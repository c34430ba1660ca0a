import { callGateway } from "@/lib/jazzcash/call-gateway";
import { type JazzCashConfig, refundUrl, secretsOf } from "@/lib/jazzcash/config";
import { maskFields } from "@/lib/jazzcash/mask-fields";
import { meaningOfRefund, type RefundMeaning } from "@/lib/jazzcash/response-codes";
import { isSigned } from "@/lib/jazzcash/secure-hash";
import { signRequest } from "@/lib/jazzcash/sign-request";
import type { Paisa } from "@/lib/shared/money";

/** Money goes back by the way that it came; a voucher's is found by its number. Amounts are paisa. */
export type RefundOrder =
  | { way: "card" | "wallet"; transactionId: string; amount: Paisa }
  | { way: "voucher"; transactionId: string; amount: Paisa; voucherNumber: string };

export type RefundAnswer = { kind: RefundMeaning; code: string; message: string; fields: Record<string, string> };

/**
 * The refund call of each way, closed lists: card (authorize/Refund, v1), wallet (with the merchant's own MPIN) and
 * voucher (v4.2 and 2026 refund guides). Throws where a wallet is to be refunded without an MPIN.
 */
export function refundRequest(order: RefundOrder, config: JazzCashConfig): Record<string, string> {
  const common = {
    pp_Amount: String(order.amount),
    pp_TxnCurrency: "PKR",
    pp_MerchantID: config.merchantId,
    pp_Password: config.password,
  };
  switch (order.way) {
    case "card":
      return signRequest({ ...common, pp_TxnRefNo: order.transactionId }, config.salt);
    case "wallet":
      if (!config.merchantMpin) throw new Error("a wallet cannot be refunded without JAZZCASH_MERCHANT_MPIN");
      return signRequest(
        { ...common, pp_TxnRefNo: order.transactionId, pp_MerchantMPIN: config.merchantMpin },
        config.salt,
      );
    case "voucher":
      return signRequest({ ...common, pp_VoucherID: order.voucherNumber }, config.salt);
  }
}

/** Sends a refund, once. Only a signed answer about this very refund is an answer; all else leaves it unclear. */
export async function callRefund(order: RefundOrder, config: JazzCashConfig): Promise<RefundAnswer> {
  const answer = await callGateway(refundUrl(order.way, config), refundRequest(order, config), config.timeoutMs);
  if (answer.noAnswer !== undefined) return { kind: "unclear", code: "", message: answer.noAnswer, fields: {} };
  const { fields } = answer;
  const kept = maskFields(fields, secretsOf(config));
  const code = fields.pp_ResponseCode ?? "";
  const unclear = (message: string): RefundAnswer => ({ kind: "unclear", code, message, fields: kept });
  if (!/^[A-Z0-9]{3}$/.test(code)) return unclear("no response code");
  if (!isSigned(fields, [config.salt, config.previousSalt])) return unclear("unsigned");
  if ((fields.pp_TxnRefNo || order.transactionId) !== order.transactionId) return unclear("about another payment");
  if ((fields.pp_MerchantID || config.merchantId) !== config.merchantId) return unclear("of another merchant");
  const voucher = order.way === "voucher" ? order.voucherNumber : "";
  if ((fields.pp_VoucherID || voucher) !== voucher) return unclear("about another voucher");
  if ((fields.pp_Amount || String(order.amount)) !== String(order.amount)) return unclear("about another amount");
  return { kind: meaningOfRefund(code), code, message: kept.pp_ResponseMessage ?? "", fields: kept };
}
