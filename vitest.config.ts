import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGEST = ["e2e/model/machine-made", "e2e/judge/faulty", "e2e/generations/", "e2e/faults/", "scripts/"];

/** Begins with what takes longest, so that no worker is left alone with it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((part) => moduleId.includes(part));
      return at < 0 ? LONGEST.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- it is vitest's own
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", ".next/**", ".data/**"],
    globalSetup: "db/test-server.ts",
    setupFiles: "db/test-database-name.ts",
    server: { deps: { inline: ["next-auth", "next-intl"] } }, // they import next/… without an extension
    pool: "forks",
    maxWorkers: 3, // of two processors: many a test waits for a time to come
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000, // a busy machine's: what must be quick says so itself
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
