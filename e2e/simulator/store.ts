import { FaultQueue } from "./faults";
import { Inbox } from "./inbox";
import { MessageLog } from "./message-log";
import { pakistanTime } from "./pakistan-time";
import { isFinal, refundedSum, type Generation, type Transaction } from "./transaction";

const DAY = 24 * 60 * 60 * 1000;
const PAKISTAN_OFFSET = 5 * 60 * 60 * 1000;

/** All that the pretend gateway remembers, for as long as it runs. */
export class Store {
  readonly faults = new FaultQueue();
  readonly messages = new MessageLog();
  readonly inbox = new Inbox();
  /** What stood in a settlement file already. */
  readonly settled = new Set<string>();
  private readonly transactions = new Map<string, Transaction>();
  private clockOffsetMs = 0;
  private lastNumber = { day: "", number: -1 };

  now(): Date {
    return new Date(Date.now() + this.clockOffsetMs);
  }

  moveClock(offsetMs: number): void {
    this.clockOffsetMs = offsetMs;
  }

  get clockOffset(): number {
    return this.clockOffsetMs;
  }

  add(transaction: Transaction): void {
    this.transactions.set(transaction.reference, transaction);
  }

  /** Time passes when somebody looks: what was not paid before its end is expired from then on. */
  find(reference: string): Transaction | null {
    const transaction = this.transactions.get(reference) ?? null;
    if (transaction && !transaction.pinned && !isFinal(transaction) && this.now() > transaction.expiresAt) {
      transaction.state = "expired";
    }
    return transaction;
  }

  findByVoucher(voucher: string): Transaction | null {
    for (const { reference, txnType, gatewayReference } of this.transactions.values()) {
      if (txnType === "OTC" && gatewayReference === voucher) return this.find(reference);
    }
    return null;
  }

  newestFirst(): Transaction[] {
    return [...this.transactions.keys()]
      .toReversed()
      .map((reference) => this.find(reference))
      .filter((transaction) => transaction !== null);
  }

  /** The gateway's newest reference that does not belong to this transaction. */
  anotherGatewayReference(reference: string): string | null {
    const other = this.newestFirst().find((one) => one.reference !== reference && one.gatewayReference !== "");
    return other?.gatewayReference ?? null;
  }

  refundedInAll(): number {
    return this.newestFirst().reduce((sum, transaction) => sum + refundedSum(transaction), 0);
  }

  forget(reference: string): boolean {
    return this.transactions.delete(reference);
  }

  clear(): void {
    this.transactions.clear();
    this.faults.clear();
    this.messages.clear();
    this.inbox.clear();
    this.settled.clear();
    this.clockOffsetMs = 0;
  }

  /** yyMMdd and six digits; vouchers look like this in every generation. */
  shortReference(): string {
    const now = this.now();
    return pakistanTime(now).slice(2, 8) + String(this.nextOfDay(now)).padStart(6, "0");
  }

  gatewayReference(generation: Generation): string {
    if (generation === "portal") return this.shortReference();
    const now = this.now();
    return pakistanTime(now) + String(this.nextOfDay(now)).padStart(10, "0");
  }

  /** Counts in tenths of a second of the day, so that a simulator started anew does not repeat the numbers of its last run. */
  private nextOfDay(now: Date): number {
    const day = pakistanTime(now).slice(0, 8);
    const tenth = Math.floor(((now.getTime() + PAKISTAN_OFFSET) % DAY) / 100);
    const after = this.lastNumber.day === day ? this.lastNumber.number + 1 : 0;
    const number = Math.max(tenth, after) % 1_000_000;
    this.lastNumber = { day, number };
    return number;
  }
}
