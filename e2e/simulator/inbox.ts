export interface Letter {
  id: number;
  channel: "mail" | "sms";
  at: Date;
  to: string;
  from: string;
  subject: string;
  text: string;
  /** Null for an SMS, and for a mail that is text alone. */
  html: string | null;
  /** The mail's Message-ID, the SMS's id. */
  messageId: string;
  language: string;
  /** How often it came under this same id. */
  times: number;
}

const KEPT = 1000;

/** What a shop has sent to its customers: the mailboxes and phones of all of them at once. */
export class Inbox {
  private letters: Letter[] = [];
  private lastId = 0;

  /** The same message once more is no second one. */
  add(letter: Omit<Letter, "id" | "times">): void {
    const known = this.letters.find(({ messageId, to }) => messageId === letter.messageId && to === letter.to);
    if (known && letter.messageId !== "") {
      Object.assign(known, letter, { times: known.times + 1 });
      return;
    }
    this.letters.push({ ...letter, id: ++this.lastId, times: 1 });
    if (this.letters.length > KEPT) this.letters.shift();
  }

  /** All of them, or those to one address or number. */
  newestFirst(to = ""): Letter[] {
    const isHeard = (letter: Letter) => letter.to.toLowerCase().includes(to.trim().toLowerCase());
    return this.letters.filter(isHeard).toReversed();
  }

  find(id: number): Letter | null {
    return this.letters.find((letter) => letter.id === id) ?? null;
  }

  clear(): void {
    this.letters = [];
  }
}
