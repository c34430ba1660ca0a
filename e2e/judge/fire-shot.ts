import { honest } from "./honest";
import type { Door } from "./message";
import type { Answer } from "./send";
import type { Shop, Sight } from "./shop";
import type { Aim, Shot, Step } from "./shot";
import { wordOf } from "./word-of";

export type Ruling = { ruling: "passed" | "convicted" | "untold"; because: string };
export type Seen = { answers: Answer[]; sight: Sight };

type Fired = Ruling & { last: Seen | null };
type Fault = Omit<Ruling, "ruling"> & { ruling: "convicted" | "untold" };

const convicted = (because: string): Fault => ({ ruling: "convicted", because });
const untold = (because: string): Fault => ({ ruling: "untold", because });

const inWords = ({ door, status, trouble }: Answer) => `${door} ${status ?? trouble}`;
const UNSEEN_HERE = "its answer does not say whether the payment is paid (give --status)";

/**
 * Fires the steps of one shot and rules on it. What it does not see it does not guess: one step that cannot be told
 * makes the whole shot untold, one that convicts ends it.
 */
export async function fireShot(shot: Shot, aim: Aim, shop: Shop, believes: ReadonlySet<Door>): Promise<Fired> {
  const truth = truthAfter(shot, aim, believes);
  const steps = [...shot.steps(aim), ...truth];
  const letGo: (() => void)[] = [];
  const faults: Fault[] = [];
  const told: string[] = [];
  let before: Seen | null = null;
  const firstPaid = new Map<string, Sight>();
  try {
    for (const step of steps) {
      for (const message of step.held ?? []) letGo.push(await shop.hold(message));
      const answers = await Promise.all(step.send.map((message) => shop.tell(message)));
      const seen = { answers, sight: await shop.look(step, answers) };
      const { ref } = step.at;
      const fault = faultOf(step, seen, firstPaid.has(ref), believes) ?? (step.isRepeat ? unequal(before, seen) : null);
      before = seen;
      const isTruth = truth.includes(step);
      const money = fault ?? moneyFault(step, firstPaid.get(ref), seen.sight);
      if (money) {
        faults.push({ ...money, because: `${isTruth ? "the honest success after it: " : ""}${money.because}` });
      }
      if (money?.ruling === "convicted") break;
      if (seen.sight.paid && !firstPaid.has(ref)) firstPaid.set(ref, seen.sight);
      if (!isTruth) told.push(...answers.map(inWords));
    }
  } finally {
    for (const end of letGo) end();
  }
  const worst = faults.find(({ ruling }) => ruling === "convicted") ?? faults[0];
  return { ...(worst ?? { ruling: "passed", because: [...new Set(told)].join(", ") }), last: before };
}

/** Not believed, a shop that is simply deaf looks like a careful one: it must still believe the truth. */
function truthAfter(shot: Shot, { payment, merchant }: Aim, believes: ReadonlySet<Door>): Step[] {
  const [door] = believes;
  if (!shot.isFollowedByTruth || door === undefined) return [];
  return [{ send: [honest(door, payment, merchant)], at: payment, expect: "paid", claimsSuccess: true }];
}

function faultOf(step: Step, { answers, sight }: Seen, wasPaid: boolean, believes: ReadonlySet<Door>): Fault | null {
  const how = answers.map(inWords).join(", ");
  const { paid, failed } = sight;
  switch (step.expect) {
    case "paid":
      if (paid) return null;
      if (paid === null) return untold(UNSEEN_HERE);
      if (!step.send.some(({ door }) => believes.has(door))) return untold("this shop pays nothing by that address");
      return convicted(`not counted as paid (${how})`);
    case "still_paid":
      if (!wasPaid) return untold("it was not paid before");
      return paid
        ? null
        : paid === null || !isFromStatus(sight)
          ? untold(UNSEEN_HERE)
          : convicted(`no longer counted as paid (${how})`);
    case "untouched":
      if (paid) return convicted(`believed: counted as paid (${how})`);
      if (failed) return convicted(`believed: the payment is failed (${how})`);
      return paid === null ? untold(UNSEEN_HERE) : null;
    case "unpaid":
      if (paid) return convicted(`believed: counted as paid (${how})`);
      return paid === null ? untold(UNSEEN_HERE) : null;
    case "unfailed":
      return failed ? convicted(`counted as failed (${how})`) : null;
    case "either":
      return droppedFault(sight, answers, how);
    case "any":
      return null;
  }
}

/** To say "refused" of old news is no word about the payment; only a status is. */
const isFromStatus = ({ text }: Sight) => text !== null;

function droppedFault({ paid }: Sight, answers: Answer[], how: string): Fault | null {
  if (paid) return null;
  const words = answers.map((answer) => wordOf(answer, null));
  if (words.some((word) => word === "taken" || word === "paid")) {
    return convicted(`answered that it was taken in, and dropped (${how})`);
  }
  return paid === null ? untold(UNSEEN_HERE) : null;
}

const sameness = ({ status, location, text }: Answer) => JSON.stringify([status, location, wordOfText(text)]);
const wordOfText = (text: string) => wordOf({ door: "callback", status: 200, location: null, text, trouble: "" }, null);

/** A gateway that hears another answer to the same message takes the first or the second for a mistake. */
function unequal(before: Seen | null, { answers }: Seen): Fault | null {
  const first = before?.answers[0];
  const other = first && [...before.answers, ...answers].find((answer) => sameness(answer) !== sameness(first));
  return other ? convicted(`the repeat was answered otherwise: ${inWords(first)}, then ${inWords(other)}`) : null;
}

const number = (text: string) => Number(text.replaceAll(",", ""));

/** One payment is received once: as much as it asked for, and no more after a repeat. */
function moneyFault({ at, expect }: Step, first: Sight | undefined, { paid, received, text }: Sight): Fault | null {
  if (!paid || (expect !== "paid" && expect !== "still_paid")) return null;
  if (received !== null) {
    const asked = Number(at.amount);
    const isAsked = number(received) === asked || number(received) === asked / 100;
    return isAsked ? null : convicted(`${received} counted as received, where ${at.amount} paisa were asked`);
  }
  if (first?.text == null || first.text === text) return null;
  return untold("--status says something else after the repeat; --received would tell whether that is money");
}
