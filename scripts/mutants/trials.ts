import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAst } from "vitest/node";
import { lockMutants } from "@/scripts/mutants/lock-mutants";
import { type Mutant, mutantsOf } from "@/scripts/mutants/mutants-of";
import { openRuleMutants } from "@/scripts/mutants/rule-mutants";
import { DECIDERS, RACES, TESTS_OF_RULES } from "@/scripts/mutants/targets";
import type { TestBench } from "@/scripts/mutants/test-bench";

/** One change to be tried; `group` is the line of the table in which it counts. */
export type Trial = { group: string; place: string; change: string; isCaught: () => Promise<boolean> };

/** Changes of one subject, with the tests that must all pass while nothing is changed. */
export type Series = { tests: readonly string[]; trials: () => Promise<Trial[]> };

const parses = ({ text }: Mutant): boolean => {
  try {
    return Boolean(parseAst(text, { lang: "ts" }));
  } catch {
    return false;
  }
};

export function seriesOf(bench: TestBench, isWanted: (path: string) => boolean): Series[] {
  const { root } = bench;
  const read = (file: string) => readFileSync(join(root, file), "utf8");

  const trialOf = (group: string, mutant: Mutant, tiers: readonly (readonly string[])[]): Trial => ({
    group,
    place: `${mutant.file}:${mutant.line}`,
    change: mutant.change,
    isCaught: async () => {
      const replaced = { path: join(root, mutant.file), text: mutant.text };
      for (const tests of tiers) if (!(await bench.passes(tests, replaced))) return true;
      return false;
    },
  });

  const deciders = DECIDERS.filter(({ file }) => isWanted(file)).map(({ file, tests }) => ({
    tests: tests.flat(),
    trials: async () =>
      mutantsOf(file, read(file))
        .filter(parses)
        .map((mutant) => trialOf(file, mutant, tests)),
  }));

  const sources = ["lib", "db"]
    .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: "utf8" }).map((at) => join(top, at)))
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !/\/test-/.test(file) && isWanted(`locks/${file}`));
  const locks = sources.toSorted().map((file) => ({ file, mutants: lockMutants(file, read(file)) }));
  const races = locks
    .filter(({ mutants }) => mutants.length > 0)
    .map(({ file, mutants }) => {
      const folder = dirname(file);
      const tests = RACES[folder];
      if (!tests) throw new Error(`No race is named for the locks in ${folder}.`);
      return { tests, trials: async () => mutants.map((mutant) => trialOf(`locks in ${folder}`, mutant, [tests])) };
    });

  const rules = {
    tests: TESTS_OF_RULES,
    trials: async () => {
      const { mutants, breakTemplate, mendTemplate } = await openRuleMutants(bench.testServer());
      return mutants.map(({ rule, change, statements }) => ({
        group: `rules of the database, ${change}`,
        place: rule,
        change,
        isCaught: async () => {
          await breakTemplate(statements);
          const isCaught = !(await bench.passes(TESTS_OF_RULES, null));
          await mendTemplate();
          return isCaught;
        },
      }));
    },
  };
  return [...deciders, ...races, ...(isWanted("rules") ? [rules] : [])];
}
