import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countPlaywright, countVitest } from "@/scripts/count-results";
import { rootFolder } from "@/scripts/root-folder";

const folder = mkdtempSync(join(tmpdir(), "reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

let reports = 0;
function reportOf(content: object): string {
  const file = join(folder, `${++reports}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const passed = { status: "passed", fullName: "pays once", failureMessages: [] };
const failed = {
  status: "failed",
  fullName: "a refund is given once",
  failureMessages: ["\u001b[31mAssertionError: expected 2 to be 1\u001b[39m\n    at refund.test.ts:9:3"],
};
const unit = (status: string, assertionResults: object[], message = "") => ({
  name: join(rootFolder, "lib/refunds/refund.test.ts"),
  status,
  message,
  assertionResults,
});

describe("of the unit tests", () => {
  it("each that failed is named by file and sentence, with its error's first line, in no colour", () => {
    const report = { numPassedTests: 1, testResults: [unit("failed", [passed, failed])] };
    expect(countVitest(reportOf(report), 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["lib/refunds/refund.test.ts › a refund is given once: AssertionError: expected 2 to be 1"],
    });
  });

  it("a file that broke outside of its tests counts as one that failed", () => {
    const broken = unit("failed", [passed], "\nError: no such table\n    at somewhere");
    expect(countVitest(reportOf({ numPassedTests: 1, testResults: [broken] }), 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["lib/refunds/refund.test.ts › the file itself: Error: no such table"],
    });
  });

  it("an end without a report, or a bad end after tests that all passed, is a failure too", () => {
    expect(countVitest(join(folder, "none.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
    const report = { numPassedTests: 1, testResults: [unit("passed", [passed])] };
    expect(countVitest(reportOf(report), 0)).toEqual({ passed: 1, failed: 0, failures: [] });
    expect(countVitest(reportOf(report), 7)).toMatchObject({ failed: 1, failures: [expect.stringContaining("7")] });
  });
});

describe("of the journeys", () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: "journeys/paying.spec.ts",
    line: 3,
    tests: [{ status, results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const journeys = (stats: object, specs: object[], errors: object[] = []) => ({
    stats: { expected: 0, unexpected: 0, flaky: 0, ...stats },
    suites: [{ title: "journeys/paying.spec.ts", specs: [], suites: [{ title: "without JavaScript", specs }] }],
    errors,
  });

  it("each that failed, or passed only when tried again, is named with the first line of its error", () => {
    const report = journeys({ expected: 1, unexpected: 1, flaky: 1 }, [
      spec("a guest pays", "expected"),
      spec("a voucher waits", "unexpected", "\u001b[31mError: not visible\u001b[39m\n\nCall log: …"),
      spec("cash confirms", "flaky", "Test timeout of 60000ms exceeded."),
    ]);
    expect(countPlaywright(reportOf(report), 1)).toEqual({
      passed: 1,
      failed: 2,
      failures: [
        "journeys/paying.spec.ts:3 › without JavaScript › a voucher waits: Error: not visible",
        "journeys/paying.spec.ts:3 › without JavaScript › cash confirms: Test timeout of 60000ms exceeded.",
      ],
    });
  });

  it("what broke outside of all tests is told", () => {
    const report = journeys({}, [], [{ message: "Error: no browser" }]);
    expect(countPlaywright(reportOf(report), 1)).toMatchObject({
      failed: 1,
      failures: [expect.stringContaining("no browser"), expect.anything()],
    });
  });
});
