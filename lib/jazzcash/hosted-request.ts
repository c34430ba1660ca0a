import { hostedFormVersion, type JazzCashConfig } from "@/lib/jazzcash/config";
import { signRequest } from "@/lib/jazzcash/sign-request";
import type { Paisa } from "@/lib/shared/money";
import { pakistanStamp } from "@/lib/shared/pakistan-time";

/** The attempt as its row keeps it; amounts are paisa, which is JazzCash's own unit. */
export type Attempt = {
  transactionId: string;
  orderNumber: string;
  amount: Paisa;
  createdAt: Date;
  expiresAt: Date;
};

/** `pp_BillReference`: the order's number without its dashes, letters and digits only (2026 guides). */
export const billReferenceOf = (orderNumber: string): string => orderNumber.replaceAll("-", "");

/** The hosted page's form, page redirection v1.1 and v2.0: every field, unused ones empty, signed from the row. */
export function hostedRequest(attempt: Attempt, config: JazzCashConfig): Record<string, string> {
  const reference = billReferenceOf(attempt.orderNumber);
  return signRequest(
    {
      pp_Version: hostedFormVersion(config),
      pp_TxnType: config.txnType,
      pp_Language: "EN",
      pp_MerchantID: config.merchantId,
      pp_SubMerchantID: "",
      pp_Password: config.password,
      pp_BankID: "",
      pp_ProductID: "",
      pp_TxnRefNo: attempt.transactionId,
      pp_Amount: String(attempt.amount),
      pp_TxnCurrency: "PKR",
      pp_TxnDateTime: pakistanStamp(attempt.createdAt),
      pp_BillReference: reference,
      pp_Description: `Order ${reference}`,
      pp_TxnExpiryDateTime: pakistanStamp(attempt.expiresAt),
      pp_ReturnURL: config.returnUrl,
      ppmpf_1: "",
      ppmpf_2: "",
      ppmpf_3: "",
      ppmpf_4: "",
      ppmpf_5: "",
    },
    config.salt,
  );
}
