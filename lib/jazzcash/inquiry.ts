import { callGateway } from "@/lib/jazzcash/call-gateway";
import { inquiryUrl, type JazzCashConfig, secretsOf } from "@/lib/jazzcash/config";
import { INQUIRY_GRAMMAR } from "@/lib/jazzcash/grammar";
import { maskFields, maskName } from "@/lib/jazzcash/mask-fields";
import { isCalledPending, meaningOf } from "@/lib/jazzcash/response-codes";
import { isSigned } from "@/lib/jazzcash/secure-hash";
import { signRequest } from "@/lib/jazzcash/sign-request";
import { type Paisa, paisa } from "@/lib/shared/money";

/** What the gateway says of a payment when asked. `unknown` may be unsigned; `no_answer` says nothing at all. */
export type InquiryAnswer = {
  kind: "paid" | "failed" | "pending" | "after_sale" | "unknown" | "no_answer";
  isSigned: boolean;
  /** It says in so many words that the payment is under way. */
  isCalledPending: boolean;
  code: string;
  message: string;
  amount: Paisa | null;
  gatewayReference: string | null;
  txnType: string | null;
  unknownFields: string[];
  fields: Record<string, string>;
};

const inquiryRequest = (transactionId: string, config: JazzCashConfig) =>
  signRequest(
    { pp_TxnRefNo: transactionId, pp_MerchantID: config.merchantId, pp_Password: config.password },
    config.salt,
  );

/** Asks the gateway about one attempt (status inquiry guides v1 and v2). Never throws for what the gateway does. */
export async function askGateway(transactionId: string, config: JazzCashConfig): Promise<InquiryAnswer> {
  const answer = await callGateway(inquiryUrl(config), inquiryRequest(transactionId, config), config.timeoutMs);
  return answer.noAnswer === undefined
    ? readInquiry(answer.fields, transactionId, config)
    : { ...NO_ANSWER, message: answer.noAnswer };
}

const NO_ANSWER: InquiryAnswer = {
  kind: "no_answer",
  isSigned: false,
  isCalledPending: false,
  code: "",
  message: "",
  amount: null,
  gatewayReference: null,
  txnType: null,
  unknownFields: [],
  fields: {},
};

/**
 * Reads an inquiry's answer in either shape. `pp_ResponseCode` 000 means only that the inquiry worked: `pp_Status`
 * with `pp_PaymentResponseCode` decides. Unsigned it may at most not know the payment (109, 199).
 */
function readInquiry(fields: Record<string, string>, transactionId: string, config: JazzCashConfig): InquiryAnswer {
  const names = Object.keys(fields);
  const code = fields.pp_ResponseCode ?? "";
  const secrets = secretsOf(config);
  const kept = maskFields(fields, secrets);
  const answer: InquiryAnswer = {
    ...NO_ANSWER,
    code,
    message: kept.pp_ResponseMessage ?? "",
    unknownFields: names.filter((name) => !Object.hasOwn(INQUIRY_GRAMMAR, name)).map((name) => maskName(name, secrets)),
    fields: kept,
  };
  const broken = names.find((name) => fields[name] !== "" && INQUIRY_GRAMMAR[name]?.test(fields[name] ?? "") === false);
  if (broken) return { ...answer, message: `${broken} has no valid value` };
  const knowsNothing = code === "109" || code === "199";
  if (!isSigned(fields, [config.salt, config.previousSalt])) {
    return knowsNothing ? { ...answer, kind: "unknown" } : { ...answer, message: "unsigned" };
  }
  if ((fields.pp_TxnRefNo || transactionId) !== transactionId) return { ...answer, message: "about another payment" };
  if ((fields.pp_MerchantID || config.merchantId) !== config.merchantId)
    return { ...answer, message: "of another merchant" };
  if (knowsNothing) return { ...answer, kind: "unknown", isSigned: true };
  if (code !== "000") return { ...answer, message: `refused with ${code}` };
  return {
    ...answer,
    kind: kindOf(fields.pp_Status ?? "", fields.pp_PaymentResponseCode ?? ""),
    isSigned: true,
    isCalledPending: fields.pp_Status === "Pending" || isCalledPending(fields.pp_PaymentResponseCode ?? ""),
    code: fields.pp_PaymentResponseCode ?? "",
    message: kept.pp_PaymentResponseMessage ?? "",
    amount: fields.pp_Amount ? paisa(Number(fields.pp_Amount)) : null,
    gatewayReference: fields.pp_RetrievalReferenceNo || fields.pp_RetreivalReferenceNo || null,
    txnType: fields.pp_TxnType || null,
  };
}

function kindOf(status: string, paymentCode: string): InquiryAnswer["kind"] {
  if (status === "Completed" && paymentCode === "121") return "paid";
  if (status === "Failed" || status === "Dropped" || status === "Validation Failed") return "failed";
  return meaningOf(paymentCode) === "after_sale" ? "after_sale" : "pending";
}
