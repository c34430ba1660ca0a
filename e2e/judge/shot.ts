import { type SignableFields, signed } from "../simulator/hash";
import type { Merchant } from "./honest";
import { asUsual, type Door, type Message, type Said } from "./message";
import type { Payment } from "./payment";

/** What a shot is aimed with: fresh payments, the shop's doors, and the one at which it is known to believe the truth. */
export type Aim = {
  payment: Payment;
  rival: Payment;
  merchant: Merchant;
  doors: readonly Door[];
  trusted: Door;
};

/**
 * How the payment must stand after a step. `untouched`: neither paid nor failed; `unpaid` may be failed; `unfailed` may
 * be paid; `still_paid`: paid before, and to stay so; `either`: what the shop says it took in must count; `any`: a step on
 * the way, judged by what follows.
 */
export type Expectation = "paid" | "still_paid" | "untouched" | "unpaid" | "unfailed" | "either" | "any";

export type Step = {
  /** Sent at the same moment. */
  send: readonly Message[];
  at: Payment;
  expect: Expectation;
  /** It says that the payment is paid: who answers "taken in" (000) and shows no status has believed it. */
  claimsSuccess: boolean;
  /** Each of its messages must be answered as the messages before it were. */
  isRepeat?: boolean;
  /** Sent in part, and kept open until the shot is over. */
  held?: readonly Message[];
  /** Where only one of the two can tell. */
  isJudgedBy?: "status" | "answer";
};

export type Shot = {
  name: string;
  what: string;
  right: string;
  why: string;
  /** What it cannot do without: a door, the form that the shop signed, a second payment. */
  needs: readonly ("callback" | "return" | "form" | "rival")[];
  /** The amount in paisa that it would like the payment to have. */
  amount?: string;
  steps: (aim: Aim) => Step[];
  /** Why not being believed says little this time. */
  weakness?: (aim: Aim) => string | null;
  /** Whether the honest success that follows must be believed. */
  isFollowedByTruth: boolean;
};

export const UNTOUCHED = "Changes nothing, and believes the honest success that follows.";

export const step = (at: Payment, expect: Expectation, ...send: Message[]): Step => ({
  send,
  at,
  expect,
  claimsSuccess: true,
});

/** The same, where 000 would say no more than "received". */
export const unclaimed = (one: Step): Step => ({ ...one, claimsSuccess: false });

/** The same at each door that the shop has. */
export const atEveryDoor = (aim: Aim, expect: Expectation, messageFor: (door: Door) => Message): Step[] =>
  aim.doors.map((door) => step(aim.payment, expect, messageFor(door)));

type Words = Pick<Shot, "name" | "what" | "why">;

/** A message that must change nothing. */
export const refusedShot = (
  words: Words,
  messageFor: (door: Door, aim: Aim) => Message,
  needs: Shot["needs"] = [],
): Shot => ({
  ...words,
  right: UNTOUCHED,
  needs,
  isFollowedByTruth: true,
  steps: (aim) => atEveryDoor(aim, "untouched", (door) => messageFor(door, aim)),
});

export const asSigned = (door: Door, fields: SignableFields, { salt }: Merchant): Message =>
  asUsual(door, signed(fields, salt));

/** Without these names. */
export const without = (said: Said, ...names: string[]): Said =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !names.includes(name)));
