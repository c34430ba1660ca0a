import { fireShot, type Ruling } from "./fire-shot";
import { firstWord } from "./first-word";
import type { Door } from "./message";
import type { Options } from "./options";
import type { Payment } from "./payment";
import { Shop } from "./shop";
import type { Aim, Shot } from "./shot";
import { FIRST_WORD } from "./shots/honest-news";
import { OTHER_SHOTS } from "./all-shots";

export type Verdict = Ruling & { shot: Shot };

const DOORS: Door[] = ["callback", "return"];
const NOTHING_BELIEVED = "nothing honest was seen to be believed, so that a refusal says nothing";

const untold = (because: string): Ruling => ({ ruling: "untold", because });
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Fires all shots at a shop and rules on each; `told` hears of them one by one. Throws where nothing can be judged. */
export async function judge(options: Options, told: (verdict: Verdict) => void = () => {}): Promise<Verdict[]> {
  const shop = new Shop(options);
  const doors = DOORS.filter((door) => options.doors[door] !== undefined);
  const shots = OTHER_SHOTS.filter(({ name }) => options.only?.test(name) ?? true);
  for (const door of doors) await shop.reach(door);
  return options.range.kind === "one"
    ? judgeOnOnePayment(shop, options, options.range.payment, doors, shots, told)
    : judgeOnFreshPayments(shop, options, doors, shots, told);
}

async function judgeOnFreshPayments(
  shop: Shop,
  { merchant }: Options,
  doors: Door[],
  shots: Shot[],
  told: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const record = (verdict: Verdict) => {
    verdicts.push(verdict);
    told(verdict);
  };
  const believes = new Set<Door>();
  for (const door of doors) {
    const payment = await shop.open();
    const { isBelieved, ...ruling } = await firstWord(
      door,
      { payment, rival: payment, merchant, doors, trusted: door },
      shop,
      believes,
    );
    if (isBelieved) believes.add(door);
    record({ shot: FIRST_WORD[door], ...ruling });
  }
  for (const shot of shots) {
    const ruling = await fireFresh(shot, shop, { merchant, doors }, believes).catch((error: unknown) =>
      untold(sentence(error)),
    );
    const isVain = ruling.ruling === "passed" && believes.size === 0;
    record({ shot, ...(isVain ? untold(NOTHING_BELIEVED) : ruling) });
  }
  return verdicts;
}

async function fireFresh(
  shot: Shot,
  shop: Shop,
  { merchant, doors }: Pick<Aim, "merchant" | "doors">,
  believes: ReadonlySet<Door>,
): Promise<Ruling> {
  const missing = missingDoor(shot, doors);
  if (missing) return missing;
  const payment = await shop.open(shot.amount);
  const rival = shot.needs.includes("rival") ? await shop.open() : payment;
  const trusted = [...believes, ...doors][0] ?? "callback";
  return fireAt(shot, { payment, rival, merchant, doors, trusted }, shop, believes);
}

async function fireAt(shot: Shot, aim: Aim, shop: Shop, believes: ReadonlySet<Door>): Promise<Ruling> {
  if (shot.needs.includes("form") && aim.payment.form === null) return untold("--open gave no form");
  const { ruling, because } = await fireShot(shot, aim, shop, believes);
  const weakness = ruling === "passed" ? (shot.weakness?.(aim) ?? null) : null;
  return weakness === null ? { ruling, because } : untold(weakness);
}

function missingDoor({ needs }: Shot, doors: readonly Door[]): Ruling | null {
  const missing = DOORS.find((door) => needs.includes(door) && !doors.includes(door));
  return missing ? untold(`no --${missing} was given`) : null;
}

/** One payment can be paid once: first all that must not touch it, and the honest success last, as the proof. */
async function judgeOnOnePayment(
  shop: Shop,
  { merchant }: Options,
  payment: Payment,
  doors: Door[],
  shots: Shot[],
  told: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const [door = "callback"] = doors;
  const aim = { payment, rival: payment, merchant, doors, trusted: door };
  const verdicts: Verdict[] = [];
  let spoilt: string | null = null;
  for (const shot of shots) {
    const isHarmless = !shot.needs.includes("rival") && shot.steps(aim).every(({ expect }) => expect === "untouched");
    const wanting = missingDoor(shot, doors) ?? (isHarmless ? null : untold("wants a fresh payment (give --open)"));
    const ruling =
      wanting ??
      (spoilt === null
        ? await fireAt(shot, aim, shop, new Set())
        : untold(`${spoilt} has spoilt the one payment (give --open)`));
    if (ruling.ruling === "convicted") spoilt ??= shot.name;
    verdicts.push({ shot, ...ruling });
  }
  if (spoilt === null) {
    const { isBelieved, ...ruling } = await firstWord(door, aim, shop, new Set());
    verdicts.push({ shot: FIRST_WORD[door], ...ruling });
    for (const verdict of isBelieved ? [] : verdicts) {
      if (verdict.ruling === "passed") Object.assign(verdict, untold(NOTHING_BELIEVED));
    }
  }
  verdicts.forEach(told);
  return verdicts;
}
