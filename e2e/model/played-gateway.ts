import type { ServerResponse } from "node:http";
import { type lyingGateway, signed } from "@/e2e/faults/lying-gateway";
import { inquiryAnswer } from "@/e2e/model/inquiry-answer";
import { refundAnswer } from "@/e2e/model/refund-answer";
import {
  type InquirySays,
  isSilence,
  type News,
  REFUSED_REFUND_CODES,
  type RefundSays,
  type WalletSays,
} from "@/e2e/model/said";
import { staySilent } from "@/e2e/model/stay-silent";
import { newTruth, type RefundCall, remaining, take, type Truth } from "@/e2e/model/truth";
import { walletAnswer } from "@/e2e/model/wallet-answer";

type Fields = Record<string, string>;
type HeldCall = { request: Fields; response: ServerResponse };

const HONEST = {
  inquiry: "truth",
  refund: { isDone: true, answer: "clear" },
  wallet: { isCharged: true, answer: "clear" },
} as const satisfies { inquiry: InquirySays; refund: RefundSays; wallet: WalletSays };

/**
 * The gateway of one sequence: its own books, its moods (of all inquiries or of one payment's, and so on), and what it
 * told the shop during the step under way.
 */
export function playedGateway(line: Awaited<ReturnType<typeof lyingGateway>>, clock: { now: Date }) {
  const truths = new Map<string, Truth>();
  const refundCalls: RefundCall[] = [];
  const walletCalls = new Set<string>();
  const held: HeldCall[] = [];
  const faults: string[] = [];
  const moods = {
    inquiry: new Map<string, InquirySays>(),
    refund: new Map<string, RefundSays>(),
    wallet: new Map<string, WalletSays>(),
  };
  let news: News[] = [];
  let refusals = 0;
  const nextRefusal = (): string => REFUSED_REFUND_CODES[refusals++ % REFUSED_REFUND_CODES.length] ?? "132";

  const book = (transactionId: string, billReference: string, asked: number): Truth => {
    const truth = truths.get(transactionId) ?? newTruth(transactionId, billReference, asked);
    truths.set(transactionId, truth);
    return truth;
  };
  const tell = (said: News): void => {
    news.push(said);
    const truth = truths.get(said.transactionId);
    if (truth && (said.meaning === "declined" || said.meaning === "unknown")) truth.isDenied = true;
  };
  const send = (response: ServerResponse, { fields, isSigned }: { fields: Fields; isSigned: boolean }): void => {
    const named = { pp_MerchantID: "MC10001", ...fields };
    response.end(JSON.stringify(isSigned ? signed(named) : named));
  };
  const anothersReference = ({ transactionId }: Truth): string | null =>
    [...truths.values()].find((other) => other.transactionId !== transactionId && other.isKnown)?.reference ?? null;

  line.answers((request, response) => {
    if ("pp_Amount" in request) return callWallet(request, response);
    const transactionId = request.pp_TxnRefNo ?? "";
    const truth = truths.get(transactionId);
    const says = moods.inquiry.get(transactionId) ?? moods.inquiry.get("all") ?? HONEST.inquiry;
    if (!truth || isSilence(says)) {
      tell({ transactionId, by: "inquiry", meaning: "nothing", amount: null, isSigned: false, code: "" });
      return staySilent(isSilence(says) ? says : "cut", response); // asked before the payer came
    }
    const answer = inquiryAnswer(truth, says, { now: clock.now, anothersReference: anothersReference(truth) });
    tell({ transactionId, by: "inquiry", ...answer.news });
    send(response, answer);
  });

  function callWallet(request: Fields, response: ServerResponse): void {
    const { pp_TxnRefNo = "", pp_BillReference = "", pp_Amount } = request;
    if (walletCalls.has(pp_TxnRefNo)) faults.push(`the wallet call of ${pp_TxnRefNo} was sent again`);
    walletCalls.add(pp_TxnRefNo);
    const truth = book(pp_TxnRefNo, pp_BillReference, Number(pp_Amount));
    const says = moods.wallet.get(pp_BillReference) ?? HONEST.wallet;
    if (says.answer === "held") held.push({ request, response });
    else answerWallet({ request, response }, truth, { ...says, answer: says.answer });
  }

  function answerWallet(
    { request, response }: HeldCall,
    truth: Truth,
    { isCharged, answer }: WalletSays & { answer: Exclude<WalletSays["answer"], "held"> },
  ): void {
    if (isCharged) take(truth, truth.asked, "MWALLET");
    const { transactionId } = truth;
    if (isSilence(answer)) {
      tell({ transactionId, by: "wallet", meaning: "nothing", amount: null, isSigned: false, code: "" });
      return staySilent(answer, response);
    }
    const said = walletAnswer(request, truth, answer);
    tell({ transactionId, by: "wallet", ...said.news });
    send(response, said);
  }

  line.answersRefunds((request, response) => {
    const byVoucher = [...truths.values()].find(({ voucher }) => voucher && voucher.number === request.pp_VoucherID);
    const truth = truths.get(request.pp_TxnRefNo ?? "") ?? byVoucher;
    if (!truth) throw new Error(`a refund of ${JSON.stringify(request)}, which was never opened`);
    const { transactionId } = truth;
    const says = moods.refund.get(transactionId) ?? moods.refund.get("all") ?? HONEST.refund;
    const amount = Number(request.pp_Amount);
    const isExcused = truth.isReversed || truth.taken?.amount !== truth.asked;
    if (amount > remaining(truth) && !isExcused) faults.push(`${amount} of ${remaining(truth)} was asked back`);
    const isDone = says.isDone && amount <= remaining(truth) && !truth.isReversed;
    const wentBack = isDone || truth.givenBack > 0;
    if (isDone) truth.givenBack += amount;
    refundCalls.push({ transactionId, amount, isDone });
    if (isSilence(says.answer)) return staySilent(says.answer, response);
    send(response, refundAnswer(request, says.answer, { isDone, wentBack, refusal: nextRefusal() }));
  });

  return {
    truths,
    refundCalls,
    held,
    faults,
    moods,
    book,
    tell,
    answerWallet,
    /** What the shop was told since this was last asked. */
    takeNews: (): News[] => news.splice(0),
    becomeHonest: (): void => Object.values(moods).forEach((mood) => mood.clear()),
    truthOf: (transactionId: string): Truth => {
      const truth = truths.get(transactionId);
      if (!truth) throw new Error(`the gateway has no books of ${transactionId}`);
      return truth;
    },
  };
}

export type PlayedGateway = ReturnType<typeof playedGateway>;
