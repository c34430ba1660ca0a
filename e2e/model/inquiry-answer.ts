import { type InquirySays, meaningOfCode, type News } from "@/e2e/model/said";
import type { Truth } from "@/e2e/model/truth";

type Fields = Record<string, string>;
type Words = { status: string; code: string };

/** An answer to be sent, and what the shop may make of it. */
export type InquiryAnswer = { fields: Fields; isSigned: boolean; news: Omit<News, "transactionId" | "by"> };

const NOT_FOUND: Fields = { pp_ResponseCode: "109", pp_ResponseMessage: "Transaction does not exist." };
const NOTHING = { meaning: "nothing", amount: null, isSigned: false, code: "" } as const;

/** The state of a payment in the gateway's own books; null where it has never seen the payer. */
function wordsOf(truth: Truth, now: Date): Words | null {
  if (truth.isReversed) return { status: "Completed", code: "122" };
  if (truth.taken) return { status: "Completed", code: truth.givenBack > 0 ? "131" : "121" };
  if (truth.failedCode) return { status: "Failed", code: truth.failedCode };
  if (!truth.voucher) return null;
  return now < truth.voucher.until ? { status: "Pending", code: "124" } : { status: "Dropped", code: "129" };
}

/** The gateway's answer about one payment, in the shape of the second version unless the first is wished for. */
export function inquiryAnswer(
  truth: Truth,
  says: Exclude<InquirySays, "cut" | "status_500" | "html" | "broken_body" | "hang">,
  { now, anothersReference }: { now: Date; anothersReference: string | null },
): InquiryAnswer {
  switch (says) {
    case "signed_109":
      return unknown(NOT_FOUND, true);
    case "unsigned_109":
      return unknown({ ...NOT_FOUND, pp_SecureHash: "" }, false);
    case "unsigned_199":
      return unknown({ pp_ResponseCode: "199", pp_ResponseMessage: "System error", pp_SecureHash: "" }, false);
    case "pending":
      return told(truth, { status: "Pending", code: "157" });
    case "no_status":
      return told(truth, { status: "", code: "" });
    case "failed":
      return told(truth, { status: "Failed", code: "402" });
    case "dropped":
      return told(truth, { status: "Dropped", code: "129" });
    case "awaiting_reversal":
      return told(truth, { status: "Completed", code: "119" });
    case "still_completed":
      return truth.taken ? told(truth, { status: "Completed", code: "121" }) : honest(truth, now);
    case "went_back": // of money that was not taken it may say anything
      return truth.taken ? honest(truth, now) : told(truth, { status: "Completed", code: "131" });
    case "unsigned":
      return { fields: paid(truth, { status: "Completed", code: "121" }), isSigned: false, news: NOTHING };
    case "about_another":
      return {
        fields: { ...paid(truth, { status: "Completed", code: "121" }), pp_TxnRefNo: "T26112500000000000" },
        isSigned: true,
        news: NOTHING,
      };
    case "anothers_reference": {
      const answer = honest(truth, now);
      if (!anothersReference || answer.news.meaning === "unknown") return answer;
      return { ...answer, fields: { ...answer.fields, pp_RetrievalReferenceNo: anothersReference }, news: NOTHING };
    }
    case "truth_with_a_new_field": {
      const answer = honest(truth, now);
      return { ...answer, fields: { ...answer.fields, pp_Brandnew: "yes" } };
    }
    case "truth_v1": {
      const answer = honest(truth, now);
      if (truth.taken?.amount !== truth.asked) return answer; // without an amount it would tell an untruth
      const { pp_Amount: _, pp_TxnRefNo: __, pp_BillReference: ___, ...rest } = answer.fields;
      return { ...answer, fields: rest, news: { ...answer.news, amount: null } };
    }
    case "truth":
      return honest(truth, now);
  }
}

function honest(truth: Truth, now: Date): InquiryAnswer {
  const words = wordsOf(truth, now);
  return words ? told(truth, words) : unknown(NOT_FOUND, true);
}

const unknown = (fields: Fields, isSigned: boolean): InquiryAnswer => ({
  fields,
  isSigned,
  news: { meaning: "unknown", amount: null, isSigned, code: fields.pp_ResponseCode ?? "" },
});

function told(truth: Truth, words: Words): InquiryAnswer {
  const fields = paid(truth, words);
  const isEnd = words.status === "Failed" || words.status === "Dropped";
  const meaning = isEnd ? "declined" : words.code === "121" ? "paid" : meaningOfCode(words.code);
  const amount = fields.pp_Amount ? Number(fields.pp_Amount) : null;
  return { fields, isSigned: true, news: { meaning, amount, isSigned: true, code: words.code } };
}

const paid = (truth: Truth, { status, code }: Words): Fields => ({
  pp_ResponseCode: "000",
  pp_ResponseMessage: "The inquiry worked.",
  pp_Status: status,
  pp_PaymentResponseCode: code,
  pp_PaymentResponseMessage: code ? `Said of a payment: ${code}` : "",
  pp_TxnRefNo: truth.transactionId,
  pp_BillReference: truth.billReference,
  pp_Amount: String(truth.taken?.amount ?? truth.asked),
  pp_TxnType: truth.taken?.txnType ?? "",
  pp_RetrievalReferenceNo: truth.taken ? truth.reference : "",
});
