import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { emptyHashValid } from "./faulty/empty-hash-valid";
import { failureIsFinal } from "./faulty/failure-is-final";
import { named, rulingOn, shopOf } from "./faulty/judged";
import { namesAndValuesHashed } from "./faulty/names-and-values-hashed";
import { noSignatureCheck } from "./faulty/no-signature-check";
import { pendingFailed } from "./faulty/pending-failed";
import { CORRECT } from "./faulty/rules";
import { settlesTwice } from "./faulty/settles-twice";
import { thankfulForAll } from "./faulty/thankful-for-all";
import { judge } from "./judge";
import { readOptions } from "./options";

describe("what cannot be seen is not guessed:", () => {
  test("without the amount that would be the code, a form under other names proves little", async () => {
    const { addresses, status, url } = await shopOf(CORRECT);
    const verdicts = await judge(readOptions([...addresses, ...status, "--open", `${url}/open-at-its-price`]));
    const weak = ["own-form-renamed", "own-form-joined", "failure-renamed", "failure-joined"];
    expect([named(verdicts, "convicted"), named(verdicts, "untold")]).toEqual([[], weak]);
  });

  test("without a status the shop's answers and the page after the return count", async () => {
    const { addresses, open } = await shopOf(noSignatureCheck);
    const dumb = await judge(readOptions([...addresses, ...open]));
    expect(rulingOn(dumb, "wrong-hash")).toMatchObject({ ruling: "convicted" });
    expect(rulingOn(dumb, "honest-return")).toMatchObject({ ruling: "untold" });
    const seeing = await judge(readOptions([...addresses, ...open, "--paid", "payment successful"]));
    expect(rulingOn(seeing, "honest-return")).toMatchObject({ ruling: "passed" });
    expect(rulingOn(seeing, "hash-true")).toMatchObject({
      ruling: "convicted",
      because: expect.stringMatching("return"),
    });
  });

  test("without a received sum, a status that changes with a repeat is only told", async () => {
    const { addresses, open, url } = await shopOf(settlesTwice);
    const status = ["--status", `${url}/status/{ref}`, "--paid", '"paid"', "--only", "twice"];
    const verdicts = await judge(readOptions([...addresses, ...open, ...status]));
    expect(rulingOn(verdicts, "success-twice")).toMatchObject({ ruling: "untold" });
  });

  test("without a status nothing convicts a careful shop, not even that it refuses old news", async () => {
    const { addresses, open } = await shopOf(CORRECT);
    const verdicts = await judge(readOptions([...addresses, ...open, "--paid", "payment successful"]));
    expect(named(verdicts, "convicted")).toEqual([]);
    expect(rulingOn(verdicts, "forged-failure-after-success")).toMatchObject({ ruling: "untold" });
  });

  test("000 to a forgery is believing it, 000 to a pending payment is only a receipt", async () => {
    const { addresses, open } = await shopOf(thankfulForAll);
    const verdicts = await judge(readOptions([...addresses, ...open, "--only", "^(wrong-hash|code-157)$"]));
    expect(rulingOn(verdicts, "wrong-hash")).toMatchObject({ ruling: "convicted" });
    expect(rulingOn(verdicts, "code-157")).toMatchObject({ ruling: "untold" });
  });

  test("a failure that no status shows is found by the success that is not believed after it", async () => {
    const { addresses, open, url } = await shopOf({ ...failureIsFinal, meaningOf: pendingFailed.meaningOf });
    const status = ["--status", `${url}/status/{ref}`, "--paid", '"paid"', "--only", "code-157"];
    const verdicts = await judge(readOptions([...addresses, ...open, ...status]));
    const because = "the honest success after it: not counted as paid (callback 200)";
    expect(rulingOn(verdicts, "code-157")).toMatchObject({ ruling: "convicted", because });
  });

  test("a careful shop is acquitted also where its status names no sum", async () => {
    const { addresses, open, url } = await shopOf(CORRECT);
    const status = ["--status", `${url}/status/{ref}`, "--paid", '"paid"'];
    const verdicts = await judge(readOptions([...addresses, ...open, ...status]));
    expect(verdicts.filter(({ ruling }) => ruling !== "passed")).toEqual([]);
  });

  test("payments that the shop never opened convict who believes them, and prove nothing for who does not", async () => {
    const careful = await judge(readOptions((await shopOf(CORRECT)).addresses));
    expect(new Set(careful.map(({ ruling }) => ruling))).toEqual(new Set(["untold"]));
    const believer = createServer((_, response) => void response.end('{"success":true}'));
    await new Promise<void>((resolve) => believer.listen(0, "127.0.0.1", resolve));
    const address = believer.address();
    const callback = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
    const verdicts = await judge(readOptions(["--callback", callback, "--salt", "s", "--only", "hash"]));
    believer.closeAllConnections();
    believer.close();
    expect(named(verdicts, "convicted")).toEqual(expect.arrayContaining(["no-hash", "wrong-hash", "hash-true"]));
  });

  test("one payment alone is shot at with what must not touch it, and paid at last", async () => {
    const { addresses, status, url } = await shopOf(CORRECT);
    const { form } = await (await fetch(`${url}/open`, { method: "POST", body: "{}" })).json();
    const one = ["--ref", form.pp_TxnRefNo, "--amount", form.pp_Amount, "--bill", form.pp_BillReference];
    const options = readOptions([...addresses, ...status, ...one, "--merchant", "MC20002"]);
    const verdicts = await judge(options);
    expect(named(verdicts, "convicted")).toEqual([]);
    expect(named(verdicts, "passed")).toEqual(expect.arrayContaining(["wrong-hash", "code-157", "honest-notice"]));
    expect(rulingOn(verdicts, "success-twice")).toMatchObject({ ruling: "untold" });
  });

  test("one payment that is not paid by the truth at last says nothing of what was refused", async () => {
    const { addresses, status, url } = await shopOf(namesAndValuesHashed);
    const { form } = await (await fetch(`${url}/open`, { method: "POST", body: "{}" })).json();
    const one = ["--ref", form.pp_TxnRefNo, "--amount", form.pp_Amount, "--only", "wrong-hash"];
    const verdicts = await judge(readOptions([...addresses, ...status, ...one]));
    expect([named(verdicts, "convicted"), named(verdicts, "untold")]).toEqual([["honest-notice"], ["wrong-hash"]]);
  });

  test("one payment that a forgery has paid is spoilt for the rest", async () => {
    const { addresses, status, url } = await shopOf(emptyHashValid);
    const { form } = await (await fetch(`${url}/open`, { method: "POST", body: "{}" })).json();
    const one = ["--ref", form.pp_TxnRefNo, "--amount", form.pp_Amount, "--bill", form.pp_BillReference];
    const verdicts = await judge(readOptions([...addresses, ...status, ...one]));
    expect(named(verdicts, "convicted")).toEqual(["no-hash"]);
    expect(named(verdicts, "passed")).toEqual([]);
  });
});
