import type { paymentEvents } from "@/db/schema/payments";
import { wordsOf } from "@/lib/jazzcash/words-of";
import { isLive, isMasked, isTaken, type PaymentState } from "@/lib/payments/model";
import { quotable, type Sentence, sentence } from "@/lib/payments/story-line";
import { formatRupees, type Paisa } from "@/lib/shared/money";

type EventRow = typeof paymentEvents.$inferSelect;

/** Where the payment stood before an event, and what the event itself may not say. */
export type Scene = {
  before: PaymentState | null;
  amount: Paisa;
  voucherNumber: string | null;
  /** Staff had a stored message read once more: that it came, and from whom, is told already. */
  isReplay: boolean;
  cash: Sentence["values"];
};

const NO_ANSWER = "no answer: ";

/** One event in sentences: what was said, where, and what was decided and why. */
export function tellEvent(event: EventRow, scene: Scene): Sentence[] {
  const { channel, decision, refusal } = event;
  if (refusal !== null) return tellRefusal(event, refusal, scene);
  if (event.isOutgoing) return [tellSent(event, scene)];
  if (channel === "shop") return tellOwn(event, scene);
  if (decision.startsWith(NO_ANSWER)) return [tellSilence(decision.slice(NO_ANSWER.length))];
  if (channel === "refund") return tellRefundAnswer(event);
  const told = tellDecision(event, scene);
  return scene.isReplay ? [told] : [sentence("heard", heardIn(event)), told];
}

/** Money that was taken is asked about by no refused message. */
function tellRefusal(event: EventRow, refusal: string, { before, isReplay }: Scene): Sentence[] {
  const isAsked = before !== null && isTaken(before) ? "no" : "yes";
  const isHidden = Object.entries(event.fields).some(([name, value]) => name !== "pp_Password" && isMasked(value));
  const why = isReplay && isHidden && refusal.startsWith("invalid") ? "hidden" : refusal;
  const told = sentence("refused", { why, isAsked });
  return isReplay ? [told] : [sentence("claimed", heardIn(event)), told];
}

/** Where a message came from, and what it said. */
export function heardIn({ channel, fields }: EventRow): { channel: string; said: string } {
  const { code, message } = wordsOf(fields);
  return { channel, said: [code, message && `“${quotable(message)}”`].filter(Boolean).join(" ") || "–" };
}

const amountIn = ({ fields }: EventRow, scene: Scene): string => formatRupees(wordsOf(fields).amount ?? scene.amount);

function tellSent(event: EventRow, scene: Scene): Sentence {
  if (event.channel === "form") return sentence("formGiven");
  if (event.channel === "wallet") return sentence("walletAsked", { amount: amountIn(event, scene) });
  if (event.channel === "refund") return sentence("refundSent", { amount: amountIn(event, scene) });
  return event.channel === "inquiry" ? sentence("asked") : sentence("noted", { decision: event.decision });
}

const SILENCES: Record<string, string> = {
  "time-out": "time_out",
  "no connection": "no_connection",
  unsigned: "unsigned",
  "no JSON": "no_json",
  "no JSON object": "no_json",
};

const tellSilence = (words: string): Sentence => sentence("silent", { why: SILENCES[words] ?? "other", words });

/** What the shop and its people did; a refund's end and what opens a cash payment stand in rows of their own. */
function tellOwn(event: EventRow, scene: Scene): Sentence[] {
  const { decision } = event;
  switch (decision) {
    case "opened":
    case "refund_completed":
    case "refund_not_made":
      return [];
    case "method_changed":
    case "order_cancelled":
    case "order_paid_otherwise":
      return [sentence("closed", { why: decision })];
    case "carried_over":
      return [sentence("carriedOver", { status: event.statusAfter ?? "pending" })];
    case "found_unpaid":
      return [sentence("foundUnpaid")];
    case "cash_recorded":
      return [sentence("cashRecorded", scene.cash)];
    case "amount_accepted":
      return [sentence("amountAccepted", { amount: amountIn(event, scene) })];
    case "amount_given_back":
      return [sentence("amountGivenBack", { amount: amountIn(event, scene) })];
    default:
      return [sentence("noted", { decision })];
  }
}

function tellRefundAnswer(event: EventRow): Sentence[] {
  const words = wordsOf(event.fields).code === "" ? [] : [sentence("heard", heardIn(event))];
  return event.decision === "refund_unclear" ? [...words, sentence("refundUnclear")] : words;
}

const DECISION = /^(\w+): (?:to (\w+)|nothing changes)(?:, review: (\w+))?$/;

const MOVES: Record<string, Sentence["key"]> = {
  completed: "settled",
  failed: "failed",
  expired: "expired",
};

const VOUCHER_CODE = "124";

function tellDecision({ decision, statusAfter, fields }: EventRow, { before, voucherNumber }: Scene): Sentence {
  const [, type, to, review] = DECISION.exec(decision) ?? [];
  if (type === undefined) return sentence("noted", { decision });
  if (to === "processing") {
    if (review === "amount_differs") return sentence("disputed");
    const isVoucher = voucherNumber !== null && wordsOf(fields).code === VOUCHER_CODE;
    return isVoucher ? sentence("voucherGiven", { voucher: voucherNumber }) : sentence("checked");
  }
  const status = before ?? "pending";
  if (statusAfter === "completed" && !isLive(status)) return sentence("settledLate", { status });
  const move = statusAfter && MOVES[statusAfter];
  return move ? sentence(move) : tellNoChange(type, status, review);
}

/** Why an answer changed nothing. */
function tellNoChange(type: string, status: PaymentState, review: string | undefined): Sentence {
  if (type === "nothing_new") return sentence("nothingNew");
  if (isTaken(status)) {
    if (review !== undefined) return sentence("contradicted");
    return sentence(type === "gateway_paid" ? "confirmed" : "takenStays");
  }
  const isDisputed = review === "amount_differs" || isLive(status);
  return isDisputed ? sentence("disputeStays") : sentence("stays", { status });
}
