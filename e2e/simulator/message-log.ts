import type { SignableFields } from "./hash";

export interface Message {
  at: Date;
  /** pp_TxnRefNo; empty where the message named none. */
  reference: string;
  direction: "received" | "sent";
  what: "form" | "button" | "return" | "ipn" | "wallet" | "inquiry" | "refund";
  /** What came of it, and which faults acted on it. */
  note: string;
  fields: SignableFields;
}

const KEPT = 5000;

/** The newest messages of all transactions. */
export class MessageLog {
  private messages: Message[] = [];

  add(message: Message): void {
    this.messages.push(message);
    if (this.messages.length >= 2 * KEPT) this.messages = this.messages.slice(-KEPT);
  }

  /** Oldest first. */
  of(reference: string): Message[] {
    return this.messages.filter((message) => message.reference === reference);
  }

  newestFirst(most: number): Message[] {
    return this.messages.slice(-most).toReversed();
  }

  clear(): void {
    this.messages = [];
  }
}
