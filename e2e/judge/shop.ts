import { askSource } from "./ask-source";
import type { Door, Message } from "./message";
import type { Options } from "./options";
import { inventedPayment, type Payment, readPayment } from "./payment";
import { type Answer, hold, send } from "./send";
import type { Step } from "./shot";
import { wordOf } from "./word-of";

/** How a payment stands as far as it can be seen; null is "cannot be seen". */
export type Sight = { paid: boolean | null; failed: boolean | null; received: string | null; text: string | null };

const UNSEEN: Sight = { paid: null, failed: null, received: null, text: null };
const MOST_REDIRECTS = 3;

/** The shop that is judged, as one who stands in front of it sees it. */
export class Shop {
  private readonly opened = new Set<string>();

  constructor(private readonly options: Options) {}

  get hasStatus(): boolean {
    return this.options.status !== null;
  }

  get isInvented(): boolean {
    return this.options.range.kind === "invented";
  }

  /** A new payment, of that amount in paisa where the shop can make one. */
  async open(amount?: string): Promise<Payment> {
    const { range, headers } = this.options;
    if (range.kind !== "fresh") return inventedPayment(amount);
    const body = JSON.stringify({ amount });
    const text = await askSource(range.source, { method: "POST", body, headers, env: { JUDGE_AMOUNT: amount ?? "" } });
    const payment = readPayment(text);
    if (this.opened.has(payment.ref))
      throw new Error(`--open: it gave ${payment.ref} twice; each shot wants a new one.`);
    this.opened.add(payment.ref);
    return payment;
  }

  /** Throws where nobody answers at all. */
  async reach(door: Door): Promise<void> {
    const { trouble } = await this.tell({ door, method: "GET", contentType: null, body: "", query: "" });
    if (trouble) throw new Error(`--${door}: not reached (${trouble}).`);
  }

  async tell(message: Message): Promise<Answer> {
    const answer = await send(this.addressOf(message), message, this.options.timeoutMs);
    const isPageWanted = message.door === "return" && this.options.paid !== null && !this.hasStatus;
    return isPageWanted ? this.followed(answer, this.addressOf(message)) : answer;
  }

  hold(message: Message): Promise<() => void> {
    return hold(this.addressOf(message), message);
  }

  /** What the shop's own word says: of its status where that is given, else of its answers. */
  async look({ at, claimsSuccess, isJudgedBy }: Step, answers: Answer[]): Promise<Sight> {
    if (isJudgedBy === "answer" || (!this.hasStatus && isJudgedBy === undefined)) {
      return { ...UNSEEN, paid: this.paidByAnswers(answers, claimsSuccess) };
    }
    return this.statusOf(at);
  }

  async statusOf(payment: Payment): Promise<Sight> {
    const { status, paid, failed, received, headers, waitMs } = this.options;
    if (status === null) return UNSEEN;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const isAddress = /^https?:\/\//.test(status);
    const source = status.replaceAll("{ref}", isAddress ? encodeURIComponent(payment.ref) : payment.ref);
    const text = await askSource(source, { method: "GET", headers });
    return {
      paid: paid?.test(text) ?? null,
      failed: failed?.test(text) ?? null,
      received: received?.exec(text)?.[1] ?? null,
      text,
    };
  }

  private paidByAnswers(answers: Answer[], claimsSuccess: boolean): boolean | null {
    const beliefs = answers.map((answer) => {
      const word = wordOf(answer, this.options.paid);
      if (word === "taken") return claimsSuccess ? true : null;
      return word === "unclear" ? null : word === "paid";
    });
    if (beliefs.includes(true)) return true;
    return beliefs.includes(null) ? null : false;
  }

  private addressOf({ door }: Message): string {
    const address = this.options.doors[door];
    if (address === undefined) throw new Error(`no --${door} was given`);
    return address;
  }

  /** The page that the payer sees in the end. */
  private async followed(answer: Answer, from: string): Promise<Answer> {
    let [last, address] = [answer, from];
    for (let at = 0; at < MOST_REDIRECTS && last.location !== null && (last.status ?? 400) < 400; at++) {
      address = new URL(last.location, address).href;
      const page: Message = { door: "return", method: "GET", contentType: null, body: "", query: "" };
      last = await send(address, page, this.options.timeoutMs);
    }
    return last;
  }
}
