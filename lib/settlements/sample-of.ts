import { readDay } from "@/lib/settlements/read-day";
import { readRupees } from "@/lib/settlements/read-rupees";
import { readMobile } from "@/lib/shared/phone";

const LONGEST = 24;
const CNIC = /^\d{5}-?\d{7}-?\d$/;

/**
 * What a cell of a file shows of itself where its column is asked for: amounts, days and references as they are, and of
 * all that could be a person's name, phone, address or identity the first two letters.
 */
export function sampleOf(cell: string): string {
  const text = cell.replace(/\p{C}/gu, "");
  const isPersons = readMobile(text) !== null || CNIC.test(text) || text.includes("@");
  const isReference = /\d/.test(text) && !/\s/.test(text);
  const isPlain = !isPersons && (isReference || readRupees(text) !== null || readDay(text) !== null);
  if (isPlain && text.length <= LONGEST) return text;
  return text === "" ? "" : `${[...text].slice(0, 2).join("")}…`;
}
