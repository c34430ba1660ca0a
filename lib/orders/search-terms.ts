import { likePattern } from "@/lib/shared/like-pattern";
import { trackingKeyOf } from "@/lib/settlements/tracking-key";
import { latinDigits } from "@/lib/shared/phone";

type Range = { from: string; to: string };

const CODE_LENGTH = 8;
const LEAST_NUMBER = 3;
const LEAST_NAME = 3;
const LEAST_PHONE = 5;
const LEAST_PHONE_END = 7;
const PHONE_LENGTH = 10;

/**
 * Between which order numbers lie those that begin with what was typed: with or without ORD and dashes, in small
 * letters. The ends are filled with the least and the greatest sign, so that every collation agrees.
 */
export function numberRangeOf(search: string): Range | null {
  const signs = latinDigits(search).toUpperCase().replace(/[\s-]/g, "");
  const [, code = "", day = ""] = /^(?:ORD)?([0-9A-Z]{1,8})(\d{0,8})$/.exec(signs) ?? [];
  if (code.length < LEAST_NUMBER || (day !== "" && code.length < CODE_LENGTH)) return null;
  return {
    from: `ORD-${code.padEnd(CODE_LENGTH, "0")}-${day.padEnd(8, "0")}`,
    to: `ORD-${code.padEnd(CODE_LENGTH, "Z")}-${day.padEnd(8, "9")}`,
  };
}

const reversed = (text: string): string => [...text].toReversed().join("");

/**
 * Between which order codes, written backwards, lie those that end with what was typed, and the day that stood behind it:
 * the last signs of a number, as they are read out on the phone.
 */
function numberEndOf(search: string): (Range & { day: string | null }) | null {
  const signs = latinDigits(search).toUpperCase().replace(/[\s-]/g, "");
  const [, code = "", day = null] = /^([0-9A-Z]{1,8}?)(20[0-9]{6})?$/.exec(signs) ?? [];
  if (code.length < LEAST_NUMBER) return null;
  const end = reversed(code);
  return { from: end.padEnd(CODE_LENGTH, "0"), to: end.padEnd(CODE_LENGTH, "Z"), day };
}

/** A pattern of words that stand anywhere in a name; null where they are too short for the index. */
function namePartOf(search: string): string | null {
  const text = search.trim();
  return text.length < LEAST_NAME ? null : likePattern(text);
}

/** Between which lie the last ten digits of the phones that begin with what was typed, and, backwards, that end with it. */
export function phonesOf(search: string): { start?: Range; end?: Range } | null {
  const text = latinDigits(search).trim();
  if (!/^[\d\s+().-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  const own = digits.replace(/^(?:0092|92)?0?(?=3)/, "");
  const between = (from: string): Range => ({ from, to: from.padEnd(PHONE_LENGTH, "9") });
  const isWhole = own.length === PHONE_LENGTH;
  const isStart = isWhole || (own.length >= LEAST_PHONE && own.length < PHONE_LENGTH && own.startsWith("3"));
  const isEnd = digits.length >= LEAST_PHONE_END && digits.length < PHONE_LENGTH;
  if (!isStart && !isEnd) return null;
  return { start: isStart ? between(own) : undefined, end: isEnd ? between(reversed(digits)) : undefined };
}

/** Between which e-mail addresses lie those that begin with what was typed. */
export function emailPrefixOf(search: string): Range | null {
  const text = search.trim().toLowerCase();
  return /^[^\s@]{3,}(@\S*)?$/.test(text) ? { from: text, to: `${text}${"z".repeat(64)}` } : null;
}

/** A tracking number as its index keeps it; couriers' have digits. */
function trackingOf(search: string): string | null {
  const text = trackingKeyOf(search);
  return /^(?=.*\d)[\w-]{4,80}$/.test(text) ? text : null;
}

/** All that words may mean when somebody looks for an order by them; null is what they cannot be. */
export const searchTerms = (search: string) => ({
  number: numberRangeOf(search),
  numberEnd: numberEndOf(search),
  name: namePartOf(search),
  phones: phonesOf(search),
  email: emailPrefixOf(search),
  tracking: trackingOf(search),
});
