import { meaningOfCode, type News, type WalletSays } from "@/e2e/model/said";
import type { Truth } from "@/e2e/model/truth";

type Fields = Record<string, string>;

export type WalletAnswer = { fields: Fields; isSigned: boolean; news: Omit<News, "transactionId" | "by"> };

const NOTHING = { meaning: "nothing", amount: null, isSigned: false, code: "" } as const;

/** The wallet's answer, which echoes the request; what it took stands in the books by now. */
export function walletAnswer(
  request: Fields,
  truth: Truth,
  says: Exclude<WalletSays["answer"], "held" | "cut" | "status_500" | "html" | "broken_body" | "hang">,
): WalletAnswer {
  const { pp_SecureHash: _, ...echo } = request;
  const isPaid = truth.taken !== null;
  const told = (code: string, changes: Fields = {}): WalletAnswer => ({
    fields: {
      ...echo,
      pp_ResponseCode: code,
      pp_ResponseMessage: `Said by the wallet: ${code}`,
      pp_RetreivalReferenceNo: isPaid ? truth.reference : "",
      pp_CustomerMsisdn: echo.pp_MobileNumber ?? "",
      ...changes,
    },
    isSigned: true,
    news: { meaning: meaningOfCode(code), amount: Number(echo.pp_Amount), isSigned: true, code },
  });
  switch (says) {
    case "clear":
      return told(isPaid ? "000" : "101");
    case "declined":
      return told("004");
    case "157":
    case "999":
      return told(says);
    case "another_amount":
      return { ...told("000", { pp_Amount: String(truth.asked - 1) }), news: NOTHING };
    case "another_payment":
      return { ...told("000", { pp_TxnRefNo: "T26112500000000000" }), news: NOTHING };
    case "unsigned":
      return { ...told("000"), isSigned: false, news: NOTHING };
  }
}
