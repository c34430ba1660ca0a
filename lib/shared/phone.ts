const URDU_ZERO = 0x6f0;
const ARABIC_ZERO = 0x660;

/** Urdu's and Arabic's digits as Latin ones. */
export const latinDigits = (text: string): string =>
  text
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - URDU_ZERO))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO));

const SEPARATORS = /[\s().\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2066-\u2069/-]/g;

/** A Pakistani mobile number in any common form as 03XXXXXXXXX; null for everything else, such as landlines. */
export function readMobile(text: string): string | null {
  const number = latinDigits(text).replace(SEPARATORS, "");
  const match = /^(?:(?:\+|00)?92)?0?(3\d{9})$/.exec(number);
  return match ? `0${match[1]}` : null;
}
