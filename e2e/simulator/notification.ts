import { secureHash, signed } from "./hash";
import { isLoopback } from "./loopback";
import { messageOf } from "./response-codes";
import type { Simulator } from "./simulator";
import { paymentCode, type IpnAttempt, type Transaction } from "./transaction";

const ATTEMPTS = 3;

/**
 * Tells the shop's IPN address how a payment ended, after the usual delay and in the background.
 * Resolves when the payer's browser may go back: at once, or after the delivery where it was asked to come first.
 */
export async function announce(simulator: Simulator, transaction: Transaction): Promise<void> {
  const fault = simulator.store.faults.takeIpn();
  if (fault === "lost") return record(simulator, transaction, "lost on the way", false);
  if (fault === "before_return") return deliver(simulator, transaction);

  const forged = fault === "forged_hash";
  const copies = fault === "duplicate" ? 2 : 1;
  void simulator.wait(simulator.settings.ipnDelayMs).then(async (whole) => {
    if (whole) await Promise.all(Array.from({ length: copies }, () => deliver(simulator, transaction, forged)));
  });
}

/** Sends now; up to three attempts, until the shop answers HTTP 200 with pp_ResponseCode 000. */
export async function deliver(simulator: Simulator, transaction: Transaction, forged = false): Promise<void> {
  const address = notificationAddress(simulator, transaction);
  if (address === null) return record(simulator, transaction, "no address known", false);
  if (!isLoopback(address)) return record(simulator, transaction, `${address} is not on this machine`, false);

  const body = JSON.stringify(notification(simulator, transaction, forged));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1 && !(await simulator.wait(simulator.settings.ipnRetryMs))) return;
    const { accepted, outcome } = await post(simulator, address, body);
    record(simulator, transaction, outcome, accepted);
    if (accepted) return;
  }
}

function notificationAddress({ settings }: Simulator, { fields }: Transaction): string | null {
  if (settings.ipnUrl !== null) return settings.ipnUrl;
  const returnUrl = fields.pp_ReturnURL || settings.returnUrl;
  return returnUrl ? returnUrl.replace(/\/return\/$/, "/callback/") : null;
}

/** As seen in production: no amount, merchant or bill reference, and JSON nulls for what the gateway leaves out. */
function notification({ settings }: Simulator, transaction: Transaction, forged: boolean) {
  const code = paymentCode(transaction);
  const fields = {
    pp_Version: transaction.fields.pp_Version ?? "2.0",
    pp_TxnType: transaction.txnType,
    pp_BankID: transaction.fields.pp_BankID ?? "",
    pp_ProductID: null,
    pp_Password: null,
    pp_TxnRefNo: transaction.reference,
    pp_TxnDateTime: transaction.fields.pp_TxnDateTime ?? "",
    pp_ResponseCode: code,
    pp_ResponseMessage: messageOf(code),
    pp_AuthCode: transaction.authCode,
    pp_SettlementExpiry: null,
    pp_RetreivalReferenceNo: transaction.gatewayReference,
  };
  return forged ? { ...fields, pp_SecureHash: secureHash(fields, "not-the-salt") } : signed(fields, settings.salt);
}

async function post({ settings, signal }: Simulator, address: string, body: string) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(settings.ipnTimeoutMs)]),
    });
    const answer = await response.text();
    const code = responseCodeOf(answer);
    return {
      accepted: response.status === 200 && code === "000",
      outcome: `HTTP ${response.status}, ${code ?? "no code"}`,
    };
  } catch (error) {
    return {
      accepted: false,
      outcome: error instanceof Error && error.name === "TimeoutError" ? "no answer in time" : "not reached",
    };
  }
}

function responseCodeOf(answer: string): string | null {
  try {
    const parsed: unknown = JSON.parse(answer);
    if (typeof parsed !== "object" || parsed === null || !("pp_ResponseCode" in parsed)) return null;
    return typeof parsed.pp_ResponseCode === "string" ? parsed.pp_ResponseCode : null;
  } catch {
    return null;
  }
}

function record({ store }: Simulator, transaction: Transaction, outcome: string, accepted: boolean): void {
  const attempt: IpnAttempt = { at: store.now(), outcome, accepted };
  transaction.ipnAttempts.push(attempt);
}
