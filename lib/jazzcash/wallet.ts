import { callGateway } from "@/lib/jazzcash/call-gateway";
import { type JazzCashConfig, walletFields, walletUrl } from "@/lib/jazzcash/config";
import { WALLET_GRAMMAR } from "@/lib/jazzcash/grammar";
import { type Attempt, billReferenceOf } from "@/lib/jazzcash/hosted-request";
import { type NoticeReading, readNotice } from "@/lib/jazzcash/notice";
import { signRequest } from "@/lib/jazzcash/sign-request";
import { pakistanStamp } from "@/lib/shared/pakistan-time";

/** Who pays: a mobile number 03XXXXXXXXX and the last six digits of the CNIC. Never stored. */
export type Payer = { mobile: string; cnicLast6: string };

/** The wallet call of the account's shape: v2.0 names mobile and CNIC, v1.1 the mobile in ppmpf_1 (wallet guides). */
export function walletRequest(attempt: Attempt, payer: Payer, config: JazzCashConfig): Record<string, string> {
  const reference = billReferenceOf(attempt.orderNumber);
  const values: Record<string, string> = {
    pp_Amount: String(attempt.amount),
    pp_BillReference: reference,
    pp_CNIC: payer.cnicLast6,
    pp_Description: `Order ${reference}`,
    pp_Language: "EN",
    pp_MerchantID: config.merchantId,
    pp_MobileNumber: payer.mobile,
    pp_Password: config.password,
    pp_ReturnURL: config.returnUrl,
    pp_SubMerchantName: config.subMerchantName,
    pp_TxnCurrency: "PKR",
    pp_TxnDateTime: pakistanStamp(attempt.createdAt),
    pp_TxnExpiryDateTime: pakistanStamp(attempt.expiresAt),
    pp_TxnRefNo: attempt.transactionId,
    pp_TxnType: "MWALLET",
    pp_Version: "1.1",
    ppmpf_1: config.walletApi === "v1.1" ? payer.mobile : "",
  };
  const named = walletFields(config).filter((name) => name !== "pp_SubMerchantName" || config.subMerchantName !== "");
  return signRequest(Object.fromEntries(named.map((name) => [name, values[name] ?? ""])), config.salt);
}

/**
 * Asks the payer's phone for the money. The call stays open until the payer has typed the MPIN; no answer means
 * unknown, never failed, and the call is never sent again.
 */
export async function callWallet(
  request: Record<string, string>,
  config: JazzCashConfig,
): Promise<NoticeReading | { noAnswer: string }> {
  const answer = await callGateway(walletUrl(config), request, config.walletTimeoutMs);
  if (answer.noAnswer !== undefined) return answer;
  return readNotice({ kind: "json", entries: Object.entries(answer.fields) }, "wallet", config, WALLET_GRAMMAR);
}
