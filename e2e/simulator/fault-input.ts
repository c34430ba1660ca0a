import { z } from "zod";
import { FAULT_TARGETS, WORK, type FaultTarget } from "./fault-kind";
import { faultsOf, listedFault } from "./fault-list";
import { FAULT_VALUES } from "./fault-values";
import type { NewFault } from "./faults";

const MOST_TIMES = 1000;
const TIMES = `must be a whole number from 1 to ${MOST_TIMES}, or always`;

const Shape = z.strictObject({
  target: z.enum(FAULT_TARGETS, { error: `must be one of ${FAULT_TARGETS.join(", ")}` }),
  fault: z.string({ error: "must be the name of a fault" }),
  for: z
    .string({ error: "must be a transaction's reference" })
    .regex(/^[A-Za-z0-9/.]{1,20}$/, "must be a transaction's reference: 1 to 20 letters, digits, / or .")
    .nullish(),
  times: z
    .union([z.number(), z.literal("always")], { error: TIMES })
    .refine((times) => times === "always" || (Number.isInteger(times) && times >= 1 && times <= MOST_TIMES), TIMES)
    .default(1),
  value: z.union([z.string(), z.number()], { error: "must be a text or a number" }).nullish(),
  when: z.enum(WORK, { error: "must be before or after" }).nullish(),
});

/** A fault as somebody asks for it, held against the list. */
export const FaultInput = Shape.transform((asked, context): NewFault => {
  const problem = (path: string, message: string) => {
    context.issues.push({ code: "custom", message, path: [path], input: asked });
    return z.NEVER;
  };
  const kind = listedFault(asked.target, asked.fault);
  if (!kind) return problem("fault", `must be one of ${namesOf(asked.target)}`);

  const said = asked.value === undefined || asked.value === null ? null : String(asked.value);
  if (said !== null && !kind.value) return problem("value", `${kind.fault} takes none`);
  if (said !== null && kind.value && !FAULT_VALUES[kind.value.kind].grammar.test(said)) {
    return problem("value", `must be ${FAULT_VALUES[kind.value.kind].says}`);
  }
  if (asked.when && !kind.when)
    return problem("when", `${kind.fault} of ${asked.target} has no work before or after it`);
  return {
    target: asked.target,
    fault: kind.fault,
    for: asked.for ?? null,
    times: asked.times,
    value: said ?? kind.value?.unsaid ?? null,
    when: asked.when ?? kind.when ?? null,
    part: kind.part ?? kind.fault,
  };
});

function namesOf(target: FaultTarget): string {
  return faultsOf(target)
    .map(({ fault }) => fault)
    .join(", ");
}
