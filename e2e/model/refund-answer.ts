import type { RefundSays } from "@/e2e/model/said";

type Fields = Record<string, string>;

/** The answer to a refund, about the very refund that was asked for unless another amount is named. */
export function refundAnswer(
  request: Fields,
  says: Exclude<RefundSays["answer"], "cut" | "status_500" | "html" | "broken_body" | "hang">,
  { isDone, wentBack, refusal }: { isDone: boolean; wentBack: boolean; refusal: string },
): { fields: Fields; isSigned: boolean } {
  const { pp_Amount = "", pp_MerchantID = "", pp_TxnRefNo = "" } = request;
  const told = (code: string, changes: Fields = {}): Fields => ({
    pp_Amount,
    pp_MerchantID,
    pp_TxnRefNo,
    pp_ResponseCode: code,
    pp_ResponseMessage: `Said of a refund: ${code}`,
    ...changes,
  });
  const plain = isDone ? "000" : refusal;
  switch (says) {
    case "clear":
      return { fields: told(plain), isSigned: true };
    case "131": // some of it went back, if not now then before
      return { fields: told(wentBack ? says : "199"), isSigned: true };
    case "121":
    case "157":
    case "199":
      return { fields: told(says), isSigned: true };
    case "another_amount":
      return { fields: told(plain, { pp_Amount: String(Number(pp_Amount) + 1) }), isSigned: true };
    case "unsigned":
      return { fields: told(plain), isSigned: false };
  }
}
