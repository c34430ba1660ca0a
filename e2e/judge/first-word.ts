import { fireShot, type Ruling, type Seen } from "./fire-shot";
import type { Door } from "./message";
import type { Shop } from "./shop";
import type { Aim } from "./shot";
import { FIRST_WORD } from "./shots/honest-news";

type FirstWord = Ruling & { isBelieved: boolean };

/**
 * The honest success at one door, before all else: who does not believe it believes nothing, and then a refusal says
 * nothing. A shop may leave all to its callback, and only welcome the payer at its return.
 */
export async function firstWord(door: Door, aim: Aim, shop: Shop, believed: ReadonlySet<Door>): Promise<FirstWord> {
  const before = await shop.statusOf(aim.payment);
  if (before.paid) throw new Error("--paid: it matches before anything was paid.");
  if (before.failed) throw new Error("--failed: it matches before anything has failed.");
  const { ruling, because, last } = await fireShot(FIRST_WORD[door], aim, shop, new Set([door]));
  const isBelieved = last?.sight.paid === true;
  if (ruling !== "convicted" || isBelieved) return { ruling, because, isBelieved };
  if (shop.isInvented) {
    return { ruling: "untold", because: "the shop does not know invented payments (give --open)", isBelieved };
  }
  if (believed.has("callback") && isWelcome(last)) {
    return { ruling: "passed", because: "welcomed; this shop pays by the notice alone", isBelieved };
  }
  return { ruling, because: `${because}; are --salt and --merchant the shop's?`, isBelieved };
}

const isWelcome = (last: Seen | null) =>
  last !== null && last.answers.every(({ status }) => status !== null && status < 400);
