import { expect, it } from "vitest";
import { type CodeMeaning, meaningOf } from "@/lib/jazzcash/response-codes";

/** As the contract writes them. */
const LISTS: Record<Exclude<CodeMeaning, "unknown">, string> = {
  paid: "000, 121",
  declined:
    "001–004, 014–016, 024, 055, 059, 060, 062, 063, 066, 067, 095, 101–108, 111–113, 115–118, 127, 129, 135, 401, 402, 404, 405, 408–412, 414–416, 419, 421–426, 429",
  after_sale: "119, 120, 122, 125, 126, 128, 131",
};

function isListed(code: number, list: string): boolean {
  return list.split(", ").some((part) => {
    const [from = "", to = from] = part.split("–");
    return Number(from) <= code && code <= Number(to);
  });
}

it("each code from 000 to 999 means what the contract says", () => {
  const meanings = ["paid", "declined", "after_sale"] as const;
  for (let code = 0; code < 1000; code++) {
    const text = String(code).padStart(3, "0");
    const expected = meanings.find((meaning) => isListed(code, LISTS[meaning])) ?? "unknown";
    expect([text, meaningOf(text)]).toEqual([text, expected]);
  }
});

it.each(["", "0", "00", "0000", "000 ", " 000", "121.0", "0x79", "T00", "PKR", "١٢١"])(
  "%j is no code that decides anything",
  (code) => expect(meaningOf(code)).toBe("unknown"),
);
