import { signed } from "@/e2e/faults/lying-gateway";
import { type Flaw, meaningOfCode, type News, type Shape, VOUCHER_CODE } from "@/e2e/model/said";
import type { Truth } from "@/e2e/model/truth";
import type { RawMessage } from "@/lib/jazzcash/notice";
import { asForm, asJson, ipnFields, returnFields } from "@/lib/jazzcash/test-messages";

type Fields = Record<string, string>;

export type NoticeWish = { shape: Shape; code: string; flaw: Flaw | null; hasReference: boolean; discount: string };

const withoutNulls = (fields: Record<string, string | null>): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""]));

/** A message about a payment in one of the gateway's shapes, true to its books but for the flaw. */
export function noticeMessage(
  truth: Truth,
  { shape, code, flaw, hasReference, discount }: NoticeWish,
  anothersReference: string | null,
): { message: RawMessage; news: News } {
  const reference = code === VOUCHER_CODE ? (truth.voucher?.number ?? "") : truth.reference;
  const isPaid = meaningOfCode(code) === "paid" && truth.taken !== null;
  const isOtherAmount = isPaid && truth.taken?.amount !== truth.asked;
  const common = {
    pp_TxnRefNo: truth.transactionId,
    pp_ResponseCode: code,
    pp_ResponseMessage: `Said of a payment: ${code}`,
    pp_RetreivalReferenceNo: hasReference || code === VOUCHER_CODE ? reference : "",
    pp_TxnType: code === VOUCHER_CODE ? "OTC" : (truth.taken?.txnType ?? ""),
  };
  const whole = {
    ...common,
    pp_Amount: String(truth.asked),
    pp_BillReference: truth.billReference,
    pp_MerchantID: "MC10001",
    pp_DiscountedAmount: isOtherAmount
      ? String(truth.taken?.amount)
      : discount === "same"
        ? String(truth.asked)
        : discount,
  };
  const fields = withoutNulls(shape === "ipn" ? ipnFields(common) : returnFields(whole));
  const flawed = flaw ? withFlaw(fields, flaw, anothersReference) : signed(fields);
  const isForm = shape === "return" || shape === "form";
  const message = isForm ? asForm(flawed) : asJson(flawed);
  const named = shape !== "ipn" && isOtherAmount ? Number(truth.taken?.amount) : null;
  return {
    message: flaw === "name_twice" ? { ...message, entries: [...message.entries, ["pp_TxnRefNo", "T1"]] } : message,
    news: {
      transactionId: truth.transactionId,
      by: "notice",
      meaning: flaw ? "nothing" : meaningOfCode(code),
      amount: named,
      isSigned: !flaw,
      code,
    },
  };
}

function withFlaw(fields: Fields, flaw: Flaw, anothersReference: string | null): Fields {
  switch (flaw) {
    case "wrong_hash":
      return { ...signed(fields), pp_SecureHash: "0".repeat(64) };
    case "no_hash":
      return fields;
    case "another_salt":
      return { ...fields, pp_SecureHash: signed({ ...fields, pp_AuthCode: "1" }).pp_SecureHash ?? "" };
    case "unknown_field":
      return signed({ ...fields, pp_Brandnew: "yes" });
    case "name_twice":
      return signed(fields);
    case "ampersand":
      return signed({ ...fields, pp_ResponseMessage: "a&b" });
    case "wrong_amount":
      return signed({ ...fields, pp_Amount: "1" });
    case "wrong_bill":
      return signed({ ...fields, pp_BillReference: "ORDNOBODYS20261125" });
    case "wrong_merchant":
      return signed({ ...fields, pp_MerchantID: "MC10002" });
    case "wrong_currency":
      return signed({ ...fields, pp_TxnCurrency: "USD" });
    case "unknown_payment":
      return signed({ ...fields, pp_TxnRefNo: "T26112500000000000" });
    case "anothers_reference": // unless there is none: then it is a forgery
      return anothersReference
        ? signed({ ...fields, pp_RetreivalReferenceNo: anothersReference })
        : { ...signed(fields), pp_SecureHash: "0".repeat(64) };
  }
}
