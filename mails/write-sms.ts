import type { LetterFacts } from "@/lib/messages/find-letter-facts";
import { type House, addressIn, valuesOf } from "@/mails/compose-letter";
import { type OrderVariant, variantOf } from "@/mails/variant-of";
import { partsOf, wordsIn } from "@/mails/words-in";

/** What two parts of an SMS take. */
const MOST = { latin: 306, other: 134 };

/** A message as an SMS of one or two parts; only orders are told this way. */
export function writeSms(facts: LetterFacts, house: House): string {
  const { message, order } = facts;
  if (!order) throw new Error(`a message of the kind ${message.kind} is no SMS`);
  const words = wordsIn(message.locale);
  const link = addressIn(message.locale, house, "/track");
  const values = { ...valuesOf({ ...facts, order }, words, house), link };
  const variant = variantOf(facts) as OrderVariant;
  const textOf = (text: string): string => partsOf(text).join("");
  const plain = textOf(words.t(`sms.${variant}`, values));
  const isShipped = variant === "shipped" || variant === "shipped_cash";
  if (!isShipped || !order.trackingNumber) return plain;
  const { courier, trackingNumber: tracking } = order;
  const tracked = `${plain} ${textOf(words.t("sms.tracked", { courier: courier || "none", tracking }))}`;
  const isLatin = /^[\x20-\x7e]+$/.test(tracked);
  return tracked.length <= (isLatin ? MOST.latin : MOST.other) ? tracked : plain;
}
