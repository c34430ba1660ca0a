import { type JazzCashConfig, secretsOf } from "@/lib/jazzcash/config";
import { NOTICE_GRAMMAR } from "@/lib/jazzcash/grammar";
import { maskNotice, maskName } from "@/lib/jazzcash/mask-fields";
import { meaningOf } from "@/lib/jazzcash/response-codes";
import { isSigned } from "@/lib/jazzcash/secure-hash";
import type { EventChannel, PaymentEvent } from "@/lib/payments/model";
import type { ErrorCode } from "@/lib/shared/errors";
import { type Paisa, paisa } from "@/lib/shared/money";

/** Fields as they came: a form may say a name twice, JSON may hold what is no text. */
export type RawMessage = { kind: "form" | "json"; entries: readonly (readonly [name: string, value: unknown])[] };

/** One verified message about one attempt, in the shop's words. What the message does not name is null. */
export type GatewayNotice = {
  channel: EventChannel;
  transactionId: string;
  event: PaymentEvent;
  amount: Paisa | null;
  billReference: string | null;
  responseCode: string;
  responseMessage: string;
  gatewayReference: string | null;
  txnType: string | null;
  fields: Record<string, string>;
};

export type RefusedMessage = {
  refused: ErrorCode;
  detail: string;
  /** The gateway itself must have sent it, though the shop cannot take it. */
  isSigned: boolean;
  hasUnknownField?: boolean;
  channel: EventChannel;
  transactionId: string | null;
  fields: Record<string, string>;
};

export type NoticeReading = { refused?: undefined; notice: GatewayNotice } | RefusedMessage;

const NAMED_BY_A_FORM = ["pp_Amount", "pp_MerchantID", "pp_TxnCurrency", "pp_BillReference"] as const;

/**
 * Reads a callback, a return or a wallet answer: closed names, none twice, each value in its grammar, signed, for this
 * merchant, in rupees. Only what passes all of that becomes a notice; amount and order are compared at the attempt.
 */
export function readNotice(
  message: RawMessage,
  channel: EventChannel,
  config: JazzCashConfig,
  grammar: Record<string, RegExp> = NOTICE_GRAMMAR,
): NoticeReading {
  const fields = Object.fromEntries(
    message.entries.map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
  const secrets = secretsOf(config);
  const kept = maskNotice(fields, secrets);
  const named = /^[A-Za-z0-9/.]{1,20}$/.exec(kept.pp_TxnRefNo ?? "")?.[0] ?? null; // none where it had to be masked
  const isGenuine = isSigned(fields, [config.salt, config.previousSalt]);
  const isOwn = isRelabelled(fields, config);
  const refuse = (refused: ErrorCode, detail: string): RefusedMessage => ({
    refused,
    detail,
    isSigned: isGenuine && !isOwn,
    hasUnknownField: message.entries.some(([name]) => /^pp/i.test(name) && !Object.hasOwn(grammar, name)),
    channel,
    transactionId: named,
    fields: kept,
  });

  const fault = faultOf(message, grammar, secrets);
  if (fault) return refuse("invalid_input", fault);
  if (!isGenuine) {
    return refuse("invalid_signature", "pp_SecureHash does not match the fields.");
  }
  if (isOwn) {
    return refuse("invalid_input", "The values stand under names that are not theirs.");
  }
  if (named === null) return refuse("payment_not_found", "pp_TxnRefNo is no reference of this shop.");
  const value = (name: string): string | null => {
    const text = fields[name] ?? "";
    return text === "" || text === "null" ? null : text;
  };
  if ((value("pp_MerchantID") ?? config.merchantId) !== config.merchantId) {
    return refuse("merchant_mismatch", "pp_MerchantID is another merchant's.");
  }
  if ((value("pp_TxnCurrency") ?? "PKR") !== "PKR") return refuse("currency_mismatch", "pp_TxnCurrency is not PKR.");

  const amount = value("pp_Amount") === null ? null : paisa(Number(value("pp_Amount")));
  const responseCode = value("pp_ResponseCode") ?? "";
  return {
    notice: {
      channel,
      transactionId: named,
      event: eventOf(responseCode, amount, value("pp_DiscountedAmount"), value("pp_RetreivalReferenceNo")),
      amount,
      billReference: value("pp_BillReference"),
      responseCode,
      responseMessage: kept.pp_ResponseMessage ?? "",
      gatewayReference: value("pp_RetreivalReferenceNo"),
      txnType: value("pp_TxnType"),
      fields: kept,
    },
  };
}

/**
 * The hash covers values in the order of their names and not the names: whoever holds a signed message could name its
 * values anew. All that we send holds our password, and a form of the gateway's that a browser carries holds our
 * merchant id; no notice has either of them under another name.
 */
const isRelabelled = (fields: Record<string, string>, { password, merchantId }: JazzCashConfig): boolean =>
  Object.entries(fields).some(
    ([name, value]) =>
      name.startsWith("pp") &&
      ((value === password && name !== "pp_Password") || (value === merchantId && name !== "pp_MerchantID")),
  );

const LONGEST_NAME = 64;

/** What is wrong with the message as a piece of text, or null. */
function faultOf(
  { kind, entries }: RawMessage,
  grammar: Record<string, RegExp>,
  secrets: readonly (string | null)[],
): string | null {
  const seen = new Map<string, string>();
  for (const [name, value] of entries) {
    if (!/^pp/i.test(name)) continue;
    if (name.length > LONGEST_NAME) return "A name is too long.";
    const told = maskName(name, secrets);
    if (seen.has(name)) return `${told} is given twice.`;
    const rule = Object.hasOwn(grammar, name) ? grammar[name] : undefined;
    if (!rule) return `${told} is no known field.`;
    if (value !== null && typeof value !== "string") return `${name} is no text.`;
    const text = value === "null" ? "" : (value ?? "");
    seen.set(name, text);
    if (text.includes("&") || (text !== "" && !rule.test(text))) return `${name} has no valid value.`;
  }
  const needed = ["pp_TxnRefNo", "pp_ResponseCode", ...(kind === "form" ? NAMED_BY_A_FORM : [])];
  const missing = needed.find((name) => !seen.get(name));
  return missing ? `${missing} is missing.` : null;
}

function eventOf(
  code: string,
  amount: Paisa | null,
  discounted: string | null,
  reference: string | null,
): PaymentEvent {
  const meaning = meaningOf(code);
  if (meaning === "paid") {
    return { type: "gateway_paid", amount, discountedAmount: discounted === null ? null : paisa(Number(discounted)) };
  }
  if (meaning === "declined") return { type: "gateway_declined" };
  return {
    type: "gateway_pending",
    voucherNumber: code === "124" ? reference : null,
    isAfterSale: meaning === "after_sale",
  };
}
