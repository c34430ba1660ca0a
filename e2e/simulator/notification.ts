import type { TakenFaults } from "./faults";
import { faultyFields, faultyHash } from "./faulty-fields";
import type { SignableFields } from "./hash";
import { isLoopback } from "./loopback";
import { recordMessage } from "./record-message";
import { messageOf } from "./response-codes";
import type { Simulator } from "./simulator";
import { paymentCode, type IpnAttempt, type Transaction } from "./transaction";

const ATTEMPTS = 3;

/**
 * Tells the shop's IPN address how a payment ended, after the usual delay and in the background.
 * Resolves when the payer's browser may go back: at once, or after the delivery where it was asked to come first.
 */
export async function announce(simulator: Simulator, transaction: Transaction): Promise<void> {
  await deliver(simulator, transaction, simulator.settings.ipnDelayMs);
}

/** Sends it in the background after the delay, or now where there is none, and then resolves when the shop has answered. */
export async function deliver(simulator: Simulator, transaction: Transaction, delayMs: number | null = null) {
  const faults = simulator.store.faults.take("ipn", transaction.reference);
  const delivery = { simulator, transaction, faults, life: simulator.signal };
  if (faults.has("lost")) return record(delivery, { outcome: "lost on the way", accepted: false });
  const delay = faults.has("before_return") ? null : (faults.value("late") ?? delayMs);
  if (delay === null) return sendCopies(delivery);
  void simulator.wait(Number(delay)).then(async (whole) => {
    if (whole) await sendCopies(delivery);
  });
}

/** What is on its way ends with the life of the simulator in which it began. */
interface Delivery {
  simulator: Simulator;
  transaction: Transaction;
  faults: TakenFaults;
  life: AbortSignal;
}

async function sendCopies(delivery: Delivery): Promise<void> {
  const copies = delivery.faults.has("triplicate") ? 3 : delivery.faults.has("duplicate") ? 2 : 1;
  await Promise.all(Array.from({ length: copies }, () => send(delivery)));
}

/** Up to three attempts, until the shop answers HTTP 200 with pp_ResponseCode 000. */
async function send(delivery: Delivery): Promise<void> {
  const { simulator, transaction, faults, life } = delivery;
  const address = notificationAddress(simulator, transaction);
  if (address === null) return record(delivery, { outcome: "no address known", accepted: false });
  if (!isLoopback(address)) {
    return record(delivery, { outcome: `${address} is not on this machine`, accepted: false });
  }

  const fields = notification(simulator, transaction, faults);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1 && !(await simulator.wait(simulator.settings.ipnRetryMs, life))) return;
    const answer = await post(address, JSON.stringify(fields), simulator.settings.ipnTimeoutMs, life);
    if (life.aborted) return;
    record(delivery, answer, fields);
    if (answer.accepted && !faults.has("retried")) return;
  }
}

function notificationAddress({ settings }: Simulator, { fields }: Transaction): string | null {
  if (settings.ipnUrl !== null) return settings.ipnUrl;
  const returnUrl = fields.pp_ReturnURL || settings.returnUrl;
  return returnUrl ? returnUrl.replace(/\/return\/$/, "/callback/") : null;
}

/** As seen in production: no amount, merchant or bill reference, and JSON nulls for what the gateway leaves out. */
function notification({ settings, store }: Simulator, transaction: Transaction, faults: TakenFaults): SignableFields {
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
  const said = faultyFields(fields, "ipn", faults, () => store.anotherGatewayReference(transaction.reference));
  return { ...said, pp_SecureHash: faultyHash(said, faults, settings.salt) };
}

async function post(address: string, body: string, timeoutMs: number, life: AbortSignal) {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      redirect: "manual",
      signal: AbortSignal.any([life, AbortSignal.timeout(timeoutMs)]),
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

function record(
  { simulator, transaction, faults }: Delivery,
  attempt: Omit<IpnAttempt, "at">,
  fields: SignableFields = {},
): void {
  transaction.ipnAttempts.push({ at: simulator.store.now(), ...attempt });
  const note = [attempt.outcome, faults.names].filter(Boolean).join("; ");
  recordMessage(simulator, { reference: transaction.reference, direction: "sent", what: "ipn", note, fields });
}
