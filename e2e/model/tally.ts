import type { SingleStep } from "@/e2e/model/step";

/** How much was tried. */
export function newTally() {
  const counts = { sequences: 0, steps: 0, groups: 0, notices: 0, replayed: 0 };
  const by: Record<string, number> = {};
  const count = (step: SingleStep): void => {
    counts.steps++;
    by[step.do] = (by[step.do] ?? 0) + 1;
    if (step.do === "notice") counts.notices++;
    if (step.do === "repeat a notice") counts.replayed++;
  };
  return {
    count,
    group: (steps: readonly SingleStep[]): void => {
      counts.groups++;
      steps.forEach(count);
    },
    sequence: (): number => ++counts.sequences,
    sequences: (): number => counts.sequences,
    told: (): string =>
      `${counts.sequences} sequences, ${counts.steps} steps, ${counts.groups} groups at once, ` +
      `${counts.notices} notices and ${counts.replayed} repeats`,
    by,
  };
}

export type Tally = ReturnType<typeof newTally>;
