import type { Hono } from "hono";
import type { Fields, SignableFields } from "../hash";
import { PATHS } from "../paths";
import { refundVerdict } from "../refund-verdict";
import { invalidField, messageOf, refusal, type Refusal } from "../response-codes";
import { CARD_REFUND_SCHEMA, MPIN_REFUND_SCHEMA, VOID_SCHEMA, VOUCHER_REFUND_SCHEMA, type Schema } from "../schemas";
import type { Simulator } from "../simulator";
import { isCard, type Transaction } from "../transaction";
import { restEndpoint } from "./rest-endpoint";

type Work = (fields: Fields) => Refusal | null;

/** Money goes back by the way it came: card, wallet and voucher each have their own call. */
export function refundRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;
  const named = (fields: Fields) => store.find(fields.pp_TxnRefNo ?? "");
  const ofVoucher = (fields: Fields) => store.findByVoucher(fields.pp_VoucherID ?? "");
  const card = (fields: Fields) => giveBack(simulator, named(fields), fields, ({ txnType }) => isCard(txnType));
  const wallet = (fields: Fields) => giveBack(simulator, named(fields), fields, ({ txnType }) => txnType === "MWALLET");
  const voucher = (fields: Fields) =>
    giveBack(simulator, ofVoucher(fields), fields, ({ txnType }) => txnType === "OTC");
  const withMpin = (refund: Work) => (fields: Fields) =>
    fields.pp_MerchantMPIN === settings.mpin ? refund(fields) : invalidField("pp_MerchantMPIN");

  const register = (
    paths: (typeof PATHS)[keyof typeof PATHS],
    schema: Schema,
    work: Work,
    own: { shape?: typeof unprefixed; unsigned?: true; referenceOf?: (fields: Fields) => string } = {},
  ) => {
    const { shape = prefixed, ...rest } = own;
    restEndpoint(app, simulator, {
      target: "refund",
      paths,
      schema: () => schema,
      answer: async (fields) => {
        const refused = work(fields);
        return refused ? { refused } : shape({ code: "000", message: messageOf("000") });
      },
      refused: shape,
      ...rest,
    });
  };

  register(PATHS.cardRefund, CARD_REFUND_SCHEMA, card);
  register(PATHS.cardRefundV2, MPIN_REFUND_SCHEMA, withMpin(card), { shape: unprefixed, unsigned: true });
  register(PATHS.walletRefund, MPIN_REFUND_SCHEMA, withMpin(wallet));
  register(PATHS.voucherRefund, VOUCHER_REFUND_SCHEMA, voucher, {
    referenceOf: (fields) => ofVoucher(fields)?.reference ?? "",
  });
  register(PATHS.cardVoid, VOID_SCHEMA, (fields) => reverse(named(fields)));
}

function giveBack(
  { settings, store }: Simulator,
  transaction: Transaction | null,
  fields: Fields,
  cameThisWay: (transaction: Transaction) => boolean,
): Refusal | null {
  if (!transaction) return refusal("109");
  if (!cameThisWay(transaction)) return refusal("452");
  const amount = Number(fields.pp_Amount);
  const now = store.now();
  const refused = refundVerdict(transaction, amount, settings, { now, refundedInAll: () => store.refundedInAll() });
  if (!refused) transaction.refunds.push({ at: now, amount });
  return refused;
}

/** A void takes the whole card payment back, as long as no part of it has gone back. */
function reverse(transaction: Transaction | null): Refusal | null {
  if (!transaction) return refusal("109");
  if (transaction.state !== "paid" || !isCard(transaction.txnType) || transaction.refunds.length > 0) {
    return refusal("452");
  }
  transaction.state = "reversed";
  return null;
}

function prefixed({ code, message }: Refusal): SignableFields {
  return { pp_ResponseCode: code, pp_ResponseMessage: message };
}

/** The card call's second version answers without prefixes, so with nothing that could be signed. */
function unprefixed({ code, message }: Refusal): SignableFields {
  return { ResponseCode: code, ResponseMessage: message };
}
