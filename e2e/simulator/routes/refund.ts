import type { Hono } from "hono";
import type { Fields, SignableFields } from "../hash";
import { PATHS } from "../paths";
import { invalidField, messageOf, refusal, type Refusal } from "../response-codes";
import { CARD_REFUND_SCHEMA, MPIN_REFUND_SCHEMA, VOUCHER_REFUND_SCHEMA } from "../schemas";
import type { Simulator } from "../simulator";
import { isCard, type Transaction } from "../transaction";
import { restEndpoint } from "./rest-endpoint";

/** Money goes back by the way it came: card, wallet and voucher each have their own call. */
export function refundRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;
  const mpinIsWrong = (fields: Fields) => fields.pp_MerchantMPIN !== settings.mpin;
  const named = (fields: Fields) => store.find(fields.pp_TxnRefNo ?? "");
  const card = (fields: Fields) => giveBack(named(fields), fields, ({ txnType }) => isCard(txnType));
  const wallet = (fields: Fields) => giveBack(named(fields), fields, ({ txnType }) => txnType === "MWALLET");
  const withMpin = (fields: Fields, refund: (fields: Fields) => Refusal | null) =>
    mpinIsWrong(fields) ? invalidField("pp_MerchantMPIN") : refund(fields);

  const register = (
    paths: (typeof PATHS)[keyof typeof PATHS],
    schema: typeof CARD_REFUND_SCHEMA,
    refund: (fields: Fields) => Refusal | null,
    shape: (answer: Refusal) => SignableFields = prefixed,
  ) =>
    restEndpoint(app, simulator, {
      target: "refund",
      paths,
      schema: () => schema,
      answer: async (fields) => {
        const refused = refund(fields);
        return refused ? { refused } : shape({ code: "000", message: messageOf("000") });
      },
      refused: shape,
      ...(shape === unprefixed ? { unsigned: true } : {}),
    });

  register(PATHS.cardRefund, CARD_REFUND_SCHEMA, card);
  register(PATHS.cardRefundV2, MPIN_REFUND_SCHEMA, (fields) => withMpin(fields, card), unprefixed);
  register(PATHS.walletRefund, MPIN_REFUND_SCHEMA, (fields) => withMpin(fields, wallet));
  register(PATHS.voucherRefund, VOUCHER_REFUND_SCHEMA, (fields) =>
    giveBack(store.findByVoucher(fields.pp_VoucherID ?? ""), fields, ({ txnType }) => txnType === "OTC"),
  );
}

function giveBack(
  transaction: Transaction | null,
  fields: Fields,
  cameThisWay: (transaction: Transaction) => boolean,
): Refusal | null {
  if (!transaction) return refusal("109");
  if (transaction.state !== "paid" || !cameThisWay(transaction)) return refusal("452");
  const amount = Number(fields.pp_Amount);
  if (transaction.refunded + amount > transaction.amount) return refusal("132");
  transaction.refunded += amount;
  return null;
}

function prefixed({ code, message }: Refusal): SignableFields {
  return { pp_ResponseCode: code, pp_ResponseMessage: message };
}

/** The card call's second version answers without prefixes, so with nothing that could be signed. */
function unprefixed({ code, message }: Refusal): SignableFields {
  return { ResponseCode: code, ResponseMessage: message };
}
