import type { LetterFacts } from "@/lib/messages/find-letter-facts";
import { type House, addressIn, valuesOf } from "@/mails/compose-letter";
import { type OrderVariant, variantOf } from "@/mails/variant-of";
import { partsOf, wordsIn } from "@/mails/words-in";

/** A message as an SMS of one or two parts; only orders are told this way. */
export function writeSms(facts: LetterFacts, house: House): string {
  const { message, order } = facts;
  if (!order) throw new Error(`a message of the kind ${message.kind} is no SMS`);
  const words = wordsIn(message.locale);
  const link = addressIn(message.locale, house, "/track");
  const values = { ...valuesOf({ ...facts, order }, words, house), link };
  return partsOf(words.t(`sms.${variantOf(facts) as OrderVariant}`, values)).join("");
}
