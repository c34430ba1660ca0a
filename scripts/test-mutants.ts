import { readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { describeError } from "@/lib/shared/describe-error";
import { openTestBench } from "@/scripts/mutants/test-bench";
import { seriesOf, type Trial } from "@/scripts/mutants/trials";
import { rootFolder } from "@/scripts/root-folder";

const ENOUGH = 0.95;
const NAMED_IN = "docs/mutants.md";

setPriority(5); // it takes long, and nobody waits for it
const wanted = process.argv.slice(2);
const isWanted = (path: string) => wanted.length === 0 || wanted.some((beginning) => path.startsWith(beginning));

const named = readFileSync(join(rootFolder, NAMED_IN), "utf8");
const isNamed = ({ place, change }: Trial) => named.includes(place.split(":")[0] ?? "") && named.includes(change);

const bench = await openTestBench(rootFolder);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    console.error(`Stopped by ${signal}.`);
    void bench.close().finally(() => process.exit(1));
  });
}
let broken = "";
const tried: { trial: Trial; isCaught: boolean }[] = [];
try {
  for (const { tests, trials } of seriesOf(bench, isWanted)) {
    const checkUnchanged = async () => {
      if (!(await bench.passes(tests, null))) throw new Error(`Unchanged, not all pass of ${tests.join(", ")}`);
    };
    await checkUnchanged();
    for (const trial of await trials()) {
      const isCaught = await trial.isCaught();
      tried.push({ trial, isCaught });
      const remark = isNamed(trial) ? "" : ` (not named in ${NAMED_IN})`;
      if (!isCaught) console.log(`survived: ${trial.place} ${trial.change}${remark}`);
    }
    await checkUnchanged();
  }
} catch (error) {
  broken = describeError(error);
} finally {
  await bench.close();
}

const rowOf = (trials: typeof tried) => {
  const caught = trials.filter(({ isCaught }) => isCaught).length;
  return { caught, survived: trials.length - caught, share: `${((100 * caught) / trials.length).toFixed(1)} %` };
};
const groups = [...new Set(tried.map(({ trial }) => trial.group))];
console.table({
  ...Object.fromEntries(groups.map((group) => [group, rowOf(tried.filter(({ trial }) => trial.group === group))])),
  all: rowOf(tried),
});

const survivors = tried.filter(({ isCaught }) => !isCaught).map(({ trial }) => trial);
if (broken) console.error(broken);
process.exit(!broken && survivors.length <= tried.length * (1 - ENOUGH) && survivors.every(isNamed) ? 0 : 1);
