import { likePattern } from "@/lib/shared/like-pattern";
import { latinDigits } from "@/lib/shared/phone";

type Range = { from: string; to: string };

const CODE_LENGTH = 8;
const LEAST_NUMBER = 3;
const LEAST_NAME = 3;
const LEAST_PHONE = 5;
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

/** A pattern of words that stand anywhere in a name; null where they are too short for the index. */
function namePartOf(search: string): string | null {
  const text = search.trim();
  return text.length < LEAST_NAME ? null : likePattern(text);
}

/** A phone's last ten signs as people write them, or between which they lie where only its beginning was typed. */
export function phonesOf(search: string): { exact?: string[]; range?: Range } | null {
  if (!/^[\d\s+().-]+$/.test(latinDigits(search).trim())) return null;
  const digits = latinDigits(search)
    .replace(/\D/g, "")
    .replace(/^(?:0092|92)?0?(?=3)/, "");
  if (digits.length === PHONE_LENGTH) {
    const [end, middle, rest] = [digits.slice(1), digits.slice(3, 6), digits.slice(6)];
    const [spaced, dashed] = [" ", "-"].map((gap) => [
      `${end.slice(0, 2)}${gap}${digits.slice(3)}`,
      `${end.slice(1, 2)}${gap}${middle}${gap}${rest}`,
    ]) as [string[], string[]];
    return { exact: [digits, ...spaced, ...dashed] };
  }
  if (digits.length < LEAST_PHONE || digits.length > PHONE_LENGTH || !digits.startsWith("3")) return null;
  return { range: { from: digits.padEnd(PHONE_LENGTH, "0"), to: digits.padEnd(PHONE_LENGTH, "9") } };
}

/** Between which e-mail addresses lie those that begin with what was typed. */
function emailPrefixOf(search: string): Range | null {
  const text = search.trim().toLowerCase();
  return /^[^\s@]{3,}(@\S*)?$/.test(text) ? { from: text, to: `${text}${"z".repeat(64)}` } : null;
}

/** A tracking number as typed, and in capitals. */
function trackingOf(search: string): string[] | null {
  const text = search.trim();
  return /^[\w-]{4,80}$/.test(text) ? [...new Set([text, text.toUpperCase()])] : null;
}

/** All that words may mean when somebody looks for an order by them; null is what they cannot be. */
export const searchTerms = (search: string) => ({
  number: numberRangeOf(search),
  name: namePartOf(search),
  phones: phonesOf(search),
  email: emailPrefixOf(search),
  tracking: trackingOf(search),
});
