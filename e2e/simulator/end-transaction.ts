import { randomInt } from "node:crypto";
import type { Simulator } from "./simulator";
import type { Transaction } from "./transaction";

const HOUR = 60 * 60 * 1000;

/** The money is taken. A voucher keeps its number as the gateway's reference and has no authorisation code. */
export function takeMoney({ store }: Simulator, transaction: Transaction): void {
  transaction.state = "paid";
  transaction.paidAt ??= store.now();
  transaction.gatewayReference ||= store.gatewayReference(transaction.generation);
  if (transaction.txnType !== "OTC" && transaction.txnType !== "MIGS") {
    transaction.authCode ||= String(randomInt(1e11)).padStart(12, "0");
  }
}

export function decline({ store }: Simulator, transaction: Transaction, failureCode: string): void {
  transaction.state = "failed";
  transaction.failureCode = failureCode;
  transaction.gatewayReference ||= store.gatewayReference(transaction.generation);
}

export function cancel({ store }: Simulator, transaction: Transaction): void {
  transaction.state = "cancelled";
  transaction.gatewayReference ||= store.gatewayReference(transaction.generation);
}

/** A voucher lives its own number of hours, never shorter than the form that asked for it. */
export function issueVoucher({ store, settings }: Simulator, transaction: Transaction): void {
  if (transaction.state === "awaiting_cash") return;
  const ownEnd = store.now().getTime() + settings.voucherHours * HOUR;
  transaction.state = "awaiting_cash";
  transaction.txnType = "OTC";
  transaction.gatewayReference = store.shortReference();
  transaction.expiresAt = new Date(Math.max(ownEnd, transaction.expiresAt.getTime()));
}
