import type { Fields } from "./hash";
import { readPakistanTime } from "./pakistan-time";
import type { Simulator } from "./simulator";
import type { Generation, Transaction } from "./transaction";

/** Remembers a checked payment request. */
export function openTransaction(
  { store }: Simulator,
  fields: Fields,
  generation: Generation,
  channel: Transaction["channel"],
): Transaction {
  const now = store.now();
  const transaction: Transaction = {
    reference: fields.pp_TxnRefNo ?? "",
    generation,
    channel,
    fields,
    amount: Number(fields.pp_Amount),
    txnType: channel === "wallet_v2" ? "MWALLET" : (fields.pp_TxnType ?? ""),
    state: channel === "hosted" ? "opened" : "pending",
    failureCode: "402",
    gatewayReference: "",
    authCode: "",
    openedAt: now,
    expiresAt: readPakistanTime(fields.pp_TxnExpiryDateTime ?? "") ?? now,
    paidAt: null,
    pinned: false,
    refunds: [],
    ipnAttempts: [],
  };
  store.add(transaction);
  return transaction;
}
