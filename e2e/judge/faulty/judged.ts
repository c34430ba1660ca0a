import { afterAll } from "vitest";
import { judge, type Verdict } from "../judge";
import { readOptions } from "../options";
import type { Rules } from "./rules";
import { SALT, startSmallShop } from "./small-shop";

/** A small shop for one test file, with the options that tell the judge all about it. */
export async function shopOf(rules: Rules) {
  const { url, close } = await startSmallShop(rules);
  afterAll(close);
  return {
    url,
    addresses: ["--callback", `${url}/callback`, "--return", `${url}/return`, "--salt", SALT],
    open: ["--open", `${url}/open`],
    status:
      `--status ${url}/status/{ref} --paid "paid" --failed "failed" --received received":(\\d+) --timeout 4000`.split(
        " ",
      ),
  };
}

/** What is said of a shop when everything about it can be seen. */
export async function judged(rules: Rules, ...more: string[]): Promise<Verdict[]> {
  const { addresses, open, status } = await shopOf(rules);
  return judge(readOptions([...addresses, ...open, ...status, ...more]));
}

export const named = (verdicts: Verdict[], ruling: Verdict["ruling"]): string[] =>
  verdicts.filter((verdict) => verdict.ruling === ruling).map(({ shot }) => shot.name);

export const rulingOn = (verdicts: Verdict[], name: string) => verdicts.find(({ shot }) => shot.name === name);
