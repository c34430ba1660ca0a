import { realpathSync } from "node:fs";
import { createVitest, type TestSpecification, type Vitest } from "vitest/node";

type Replaced = { path: string; text: string };

export type TestBench = Awaited<ReturnType<typeof openTestBench>>;

const SECONDS_FOR_ONE = 180;

/**
 * One vitest for all mutants. A mutant is a text that takes the place of a file while it is loaded: nothing is written
 * to the disk, and what is interrupted leaves nothing behind.
 */
export async function openTestBench(folder: string) {
  const root = realpathSync(folder); // by which modules are known
  let replaced: Replaced | null = null;
  let isLoaded = false;
  const plugin = {
    name: "mutant",
    enforce: "pre" as const,
    transform: (_: string, id: string) => {
      if (!replaced || id.split("?")[0] !== replaced.path) return undefined;
      isLoaded = true;
      return { code: replaced.text, map: null };
    },
  };
  const open = () =>
    createVitest("test", { root, watch: false, reporters: [{}], bail: 1, pool: "threads" }, { plugins: [plugin] });
  let vitest = await open();

  const replace = (next: Replaced | null): void => {
    for (const one of [replaced, next]) if (one) vitest.invalidateFile(one.path);
    replaced = next;
    isLoaded = false;
  };

  return {
    root,
    /** Whether all tests of these files pass while the text stands in the file's place. */
    passes: async (tests: readonly string[], text: Replaced | null): Promise<boolean> => {
      replace(text);
      const verdict = await inTime(runFiles(vitest, tests));
      if (verdict === true && text && !isLoaded) throw new Error(`No test loads ${text.path}: ${tests.join(", ")}`);
      if (verdict !== "hangs") return verdict;
      await vitest.close();
      vitest = await open();
      return false;
    },
    /** The server that the tests have begun, once one of them ran. */
    testServer: () => vitest.getRootProject().getProvidedContext().testServer,
    close: () => vitest.close(),
  };
}

async function runFiles(vitest: Vitest, tests: readonly string[]): Promise<boolean> {
  const specifications: TestSpecification[] = await vitest.globTestSpecifications([...tests]);
  if (specifications.length < tests.length) throw new Error(`There are not all of these tests: ${tests.join(", ")}`);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const asked = new Set(specifications.map(({ moduleId }) => moduleId)); // it tells of those of earlier runs as well
  const states = testModules.filter(({ moduleId }) => asked.has(moduleId)).map((module) => module.state());
  return unhandledErrors.length === 0 && states.length === asked.size && states.every((state) => state === "passed");
}

async function inTime(run: Promise<boolean>): Promise<boolean | "hangs"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"hangs">((resolve) => {
    timer = setTimeout(() => resolve("hangs"), SECONDS_FOR_ONE * 1000);
  });
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}
