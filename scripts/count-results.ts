import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { rootFolder } from "@/scripts/root-folder";

/** How many passed and failed, and a line for each that failed: where it stands, its sentence, what went wrong. */
export type Count = { passed: number; failed: number; failures: string[] };

const LONGEST = 300;

const VitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const ErrorMessage = z.object({ message: z.string().optional() });
const Suite = z.object({
  title: z.string(),
  get suites() {
    return z.array(Suite).optional();
  },
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({ status: z.string(), results: z.array(z.object({ errors: z.array(ErrorMessage).optional() })) }),
      ),
    }),
  ),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(Suite),
  errors: z.array(ErrorMessage),
});

/** What vitest's JSON report says; a file that failed without a failing test of its own counts as one. */
export function countVitest(file: string, code: number): Count {
  const report = read(file, VitestReport);
  if (!report) return NO_REPORT;
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const path = relative(rootFolder, name);
    const own = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName, failureMessages }) => inOneLine(path, fullName, failureMessages[0]));
    return status === "failed" && own.length === 0 ? [inOneLine(path, "the file itself", message)] : own;
  });
  return atLeastOneFailed({ passed: report.numPassedTests, failed: failures.length, failures }, code);
}

/** What Playwright's JSON report says; a test that passed only when tried again has failed. */
export function countPlaywright(file: string, code: number): Count {
  const report = read(file, PlaywrightReport);
  if (!report) return NO_REPORT;
  const { expected, unexpected, flaky } = report.stats;
  const failures = [
    ...report.suites.flatMap((file) => brokenOf(file, [])),
    ...report.errors.map(({ message }) => inOneLine("playwright", "outside of all tests", message)),
  ];
  return atLeastOneFailed({ passed: expected, failed: unexpected + flaky, failures }, code);
}

function brokenOf({ suites = [], specs }: z.infer<typeof Suite>, above: string[]): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => {
        const error = results.flatMap(({ errors = [] }) => errors)[0];
        return inOneLine(`${file}:${line}`, [...above, title].join(" › "), error?.message);
      }),
  );
  return [...own, ...suites.flatMap((suite) => brokenOf(suite, [...above, suite.title]))];
}

function inOneLine(where: string, sentence: string, error = ""): string {
  const lines = stripVTControlCharacters(error).split("\n");
  return `${where} › ${sentence}: ${lines.find((line) => line.trim() !== "")?.trim() ?? ""}`.slice(0, LONGEST);
}

const NO_REPORT: Count = { passed: 0, failed: 1, failures: ["there is no report: it ended before its end"] };

function read<T>(file: string, shape: z.ZodType<T>): T | null {
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

function atLeastOneFailed(count: Count, code: number): Count {
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, failures: [...count.failures, `all passed, but it ended with ${code}`] };
}
