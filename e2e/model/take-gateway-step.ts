import { expect } from "vitest";
import { eq } from "drizzle-orm";
import { paymentEvents } from "@/db/schema/payments";
import type { Payment, Sight } from "@/e2e/model/look";
import { noticeMessage } from "@/e2e/model/notice-message";
import { pick } from "@/e2e/model/pick";
import { meaningOfCode, VOUCHER_CODE } from "@/e2e/model/said";
import type { SingleStep } from "@/e2e/model/step";
import type { Done } from "@/e2e/model/take-buyer-step";
import { newTruth, take, takeVoucher, type Truth } from "@/e2e/model/truth";
import type { SentNotice, World } from "@/e2e/model/world";
import { receiveNotice } from "@/lib/payments/receive-notice";

type GatewayStep = Extract<
  SingleStep,
  {
    do:
      | "pay at the gateway"
      | "take a voucher at the gateway"
      | "fail at the gateway"
      | "reverse at the gateway"
      | "notice"
      | "repeat a notice"
      | "answer a held wallet";
  }
>;

const DONE: Done = { refused: null };

/** Something that happens at the gateway, or that it (or a forger) tells the shop by itself. */
export async function takeGatewayStep(
  world: World,
  sight: Sight,
  step: GatewayStep,
  lateMs: number,
): Promise<Done | null> {
  const { gateway, clock } = world;
  const ours = sight.payments.filter(({ paymentMethod }) => paymentMethod !== "cash_on_delivery");
  if (step.do === "repeat a notice") {
    const notice = pick(world.sent, step.notice);
    return notice ? sendNotice(world, notice, lateMs) : null;
  }
  if (step.do === "answer a held wallet") return answerHeldWallet(world, step.call, step.wallet);
  if (step.do === "notice") return sendNewNotice(world, sight, step, lateMs);
  const payment = pick(ours, step.attempt);
  if (!payment) return null;
  const truth = gateway.truthOf(payment.transactionId);
  switch (step.do) {
    case "pay at the gateway":
      take(truth, truth.asked + step.more, truth.voucher ? "OTC" : step.txnType);
      return DONE;
    case "take a voucher at the gateway":
      if (!truth.taken) takeVoucher(truth, clock.now);
      return DONE;
    case "fail at the gateway":
      truth.failedCode ??= "402";
      return DONE;
    case "reverse at the gateway": {
      const wasAsked = gateway.refundCalls.some(({ transactionId }) => transactionId === truth.transactionId);
      if (!truth.taken || wasAsked || truth.isReversed || !isDone(payment)) return null;
      truth.isReversed = true;
      truth.givenBack = truth.taken.amount;
      return DONE;
    }
  }
}

const isDone = ({ completedAt }: Payment): boolean => completedAt !== null;

async function sendNewNotice(
  world: World,
  sight: Sight,
  step: Extract<SingleStep, { do: "notice" }>,
  lateMs: number,
): Promise<Done | null> {
  const { gateway, clock } = world;
  const payment = pick(sight.payments, step.attempt);
  if (!payment) return null;
  const isCash = payment.paymentMethod === "cash_on_delivery";
  const order = sight.orders.find(({ id }) => id === payment.orderId);
  const bill = order?.orderNumber.replaceAll("-", "") ?? "";
  const truth: Truth = isCash
    ? newTruth(payment.transactionId, bill, payment.amountPaisa)
    : gateway.truthOf(payment.transactionId);
  const meaning = meaningOfCode(step.code);
  if (meaning === "paid" && !step.flaw && !isCash) take(truth, truth.asked, truth.voucher ? "OTC" : "MWALLET");
  if (step.code === VOUCHER_CODE) takeVoucher(truth, clock.now);
  if (meaning === "declined" && !truth.taken && !step.flaw) truth.failedCode ??= step.code;
  const another = ours(world, sight, payment);
  const { message, news } = noticeMessage(truth, step, another);
  const notice: SentNotice = { message, channel: step.shape === "return" ? "return" : "callback" };
  world.sent.push(notice);
  if (!isCash) gateway.tell(news);
  return { ...(await sendNotice(world, notice, lateMs)), paymentId: payment.id };
}

/** A reference that the shop keeps for another payment. */
const ours = (world: World, sight: Sight, payment: Payment): string | null =>
  sight.payments.find(({ id, gatewayReference }) => id !== payment.id && gatewayReference !== null)?.gatewayReference ??
  null;

async function sendNotice({ db, clock }: World, { message, channel }: SentNotice, lateMs: number): Promise<Done> {
  const now = new Date(clock.now.getTime() + lateMs);
  const { refused } = await receiveNotice({ db, now, actor: { kind: "gateway" } }, message, channel);
  return { refused: refused ?? null };
}

/** The payer has typed the number at last, or not: the call that the shop kept open is answered and settled. */
export async function answerHeldWallet(
  { gateway, db }: World,
  call: number,
  wallet: Extract<SingleStep, { do: "answer a held wallet" }>["wallet"],
): Promise<Done | null> {
  const [held] = gateway.held.splice(call % Math.max(gateway.held.length, 1), 1);
  if (!held) return null;
  const truth = gateway.truthOf(held.request.pp_TxnRefNo ?? "");
  const answer = wallet.answer === "held" || wallet.answer === "hang" ? "cut" : wallet.answer;
  const heard = async () => {
    const events = await db.select().from(paymentEvents).where(eq(paymentEvents.transactionId, truth.transactionId));
    return events.some(({ channel, isOutgoing }) => channel === "wallet" && !isOutgoing);
  };
  gateway.answerWallet(held, truth, { ...wallet, answer });
  await expect.poll(heard, { timeout: 5000, interval: 5 }).toBe(true);
  return DONE;
}
