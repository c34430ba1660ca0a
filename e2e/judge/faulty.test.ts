import { describe, expect, test } from "vitest";
import { caseSensitiveHash } from "./faulty/case-sensitive-hash";
import { emptyHashValid } from "./faulty/empty-hash-valid";
import { failureIsFinal } from "./faulty/failure-is-final";
import { failureOverwrites } from "./faulty/failure-overwrites";
import { forgedMarksFailed } from "./faulty/forged-marks-failed";
import { looselyCompared } from "./faulty/loosely-compared";
import { missingCodePaid } from "./faulty/missing-code-paid";
import { namesAndValuesHashed } from "./faulty/names-and-values-hashed";
import { noSignatureCheck } from "./faulty/no-signature-check";
import { noticeCodeFailed } from "./faulty/notice-code-failed";
import { oneByOne } from "./faulty/one-by-one";
import { pendingFailed } from "./faulty/pending-failed";
import { renamedFormBelieved } from "./faulty/renamed-form-believed";
import { repeatBreaks } from "./faulty/repeat-breaks";
import { returnRefusesStrangers } from "./faulty/return-refuses-strangers";
import { CORRECT, type Rules } from "./faulty/rules";
import { settlesTwice } from "./faulty/settles-twice";
import { settlesTwiceAtOnce } from "./faulty/settles-twice-at-once";
import { judged, named, rulingOn } from "./faulty/judged";
import { thankfulForAll } from "./faulty/thankful-for-all";
import { trustedAmount } from "./faulty/trusted-amount";

const NO_HASH = ["no-hash", "empty-hash", "null-hash"];
const BAD_HASHES = [
  ...NO_HASH,
  "wrong-hash",
  "hash-true",
  "half-a-hash",
  "hash-of-another-salt",
  "hash-of-an-empty-salt",
  "hash-without-key",
  "hash-of-names-and-values",
  "hash-of-the-form",
  "code-changed-after-signing",
  "another-payments-message",
  "forged-failure",
];
const NO_CODES = ["code-missing", "code-empty", "code-zero", "code-like-a-success"];
const OPEN_CODES = ["code-124", "code-157", "code-210", "code-199", "code-999", "code-777"];

describe.concurrent("a shop", () => {
  test("that is careful is acquitted of everything", async () => {
    const verdicts = await judged(CORRECT);
    expect(verdicts.length).toBeGreaterThan(60);
    expect([named(verdicts, "convicted"), named(verdicts, "untold")]).toEqual([[], []]);
  });

  test.each<[string, Rules, string[], string?]>([
    ["checks no signature", noSignatureCheck, BAD_HASHES],
    ["compares the hash in capitals alone", caseSensitiveHash, ["small-letters-notice", "small-letters-return"]],
    ["takes an empty hash for valid", emptyHashValid, NO_HASH],
    ["compares loosely", looselyCompared, ["hash-true", "hash-as-list"]],
    ["trusts the amount", trustedAmount, ["another-amount", "a-paisa-less", "a-paisa-more"]],
    ["counts a missing code as paid", missingCodePaid, NO_CODES],
    ["takes 121 for a failure", noticeCodeFailed, ["honest-notice", "return-says-121"]],
    ["takes all that is no success for a failure", pendingFailed, [...NO_CODES, ...OPEN_CODES]],
    [
      "lets a failure overwrite a success",
      failureOverwrites,
      ["success-then-failure", "failure-on-return-after-notice"],
    ],
    ["never believes a success after a failure", failureIsFinal, ["failure-then-success"]],
    [
      "books every success again",
      settlesTwice,
      [
        "return-says-121",
        "notice-then-return",
        "return-then-notice",
        "success-twice",
        "success-thrice-at-once",
        "notice-and-return-at-once",
      ],
    ],
    ["has no lock", settlesTwiceAtOnce, ["success-thrice-at-once", "notice-and-return-at-once"], "success|return"],
    ["breaks at a repeat", repeatBreaks, ["success-twice", "success-thrice-at-once"]],
    ["marks failed what was forged", forgedMarksFailed, [...BAD_HASHES, "forged-failure-after-success", "code-zero"]],
    [
      "believes a signed form under other names",
      renamedFormBelieved,
      ["own-form-renamed", "own-form-joined", "failure-renamed", "failure-joined"],
    ],
    [
      "hashes names with the values",
      namesAndValuesHashed,
      ["honest-notice", "honest-return", "hash-of-names-and-values"],
    ],
    ["thanks for everything", thankfulForAll, ["new-field", "another-media-type"]],
    ["refuses the payer's form", returnRefusesStrangers, ["honest-return"]],
    ["reads one body after the other", oneByOne, ["silence"]],
  ])("that %s is convicted of just that", async (_, rules, of, only = "") => {
    const verdicts = await judged(rules, "--only", only);
    expect(named(verdicts, "convicted").toSorted()).toEqual(of.toSorted());
  });

  test("that believes nothing is acquitted of nothing", async () => {
    const verdicts = await judged(namesAndValuesHashed);
    expect(named(verdicts, "passed")).toEqual([]);
  });

  test("may go by its callback alone, as long as its return welcomes the payer", async () => {
    const verdicts = await judged({ ...CORRECT, atReturn: "show" });
    expect(named(verdicts, "convicted")).toEqual([]);
    expect(rulingOn(verdicts, "honest-return")).toMatchObject({ ruling: "passed" });
    expect(rulingOn(verdicts, "null-word")).toMatchObject({ ruling: "untold" });
  });
});
