import { type Paisa, readAmount, ZERO } from "@/lib/shared/money";
import { latinDigits } from "@/lib/shared/phone";

const CURRENCY = /^(?:Rs\.?|PKR|₨|روپے)|(?:Rs\.?|PKR|روپے|\/-)$/gi;
const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;

/** Rupees as people's files write them: `1,500.00`, `Rs 1500`, `(30)` and `-30` for less than nothing; else null. */
export function readRupees(text: string): Paisa | null {
  const bare = latinDigits(text)
    .replace(/[\s\u00a0\u200e\u200f]/g, "")
    .replace(CURRENCY, "");
  const isNegative = /^\(.*\)$/.test(bare) || /^[-−]/.test(bare);
  const digits = bare
    .replace(/^\((.*)\)$/, "$1")
    .replace(/^[-−]/, "")
    .replace(CURRENCY, "");
  const plain = GROUPED.test(digits) ? digits.replaceAll(",", "") : digits;
  const amount = readAmount(plain.replace(/(\.\d{2})0+$/, "$1"));
  return amount === null || !isNegative || amount === 0 ? amount : ((ZERO - amount) as Paisa);
}
