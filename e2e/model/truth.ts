/** What the gateway truly did with one payment, by its own books. */
export type Truth = {
  transactionId: string;
  billReference: string;
  asked: number;
  /** Its own number for the payment, which no other payment has. */
  reference: string;
  taken: { amount: number; txnType: string } | null;
  givenBack: number;
  /** It took the money back for the payer without being asked by the shop. */
  isReversed: boolean;
  voucher: { number: string; until: Date } | null;
  failedCode: string | null;
  /** The shop has heard its number and keeps it. */
  isKnown: boolean;
  /** It has told the shop, or a person has, that nothing was paid: from then on the shop may rest until it hears otherwise. */
  isDenied: boolean;
};

export type RefundCall = { transactionId: string; amount: number; isDone: boolean };

let references = 0;
const number = (digits: number, prefix: string): string => `${prefix}${String(++references).padStart(digits, "0")}`;

export const newTruth = (transactionId: string, billReference: string, asked: number): Truth => ({
  transactionId,
  billReference,
  asked,
  reference: number(8, "2611"),
  taken: null,
  givenBack: 0,
  isReversed: false,
  voucher: null,
  failedCode: null,
  isKnown: false,
  isDenied: false,
});

const VOUCHER_HOURS = 24;

/** The payer chose to pay at a counter: a number to pay with, for a day. */
export function takeVoucher(truth: Truth, now: Date): { number: string; until: Date } {
  truth.voucher ??= { number: number(8, "7700"), until: new Date(now.getTime() + VOUCHER_HOURS * 3_600_000) };
  return truth.voucher;
}

/** Money is taken once at most. */
export function take(truth: Truth, amount: number, txnType: string): void {
  truth.taken ??= { amount, txnType };
}

export const remaining = ({ taken, givenBack }: Truth): number => (taken?.amount ?? 0) - givenBack;
