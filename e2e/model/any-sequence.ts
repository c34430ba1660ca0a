import { type Arbitrary, array, boolean, constant, constantFrom, integer, oneof, record, tuple } from "fast-check";
import { often } from "@/e2e/model/any-said";
import { anyCancel, anyInitiate, anyNotice, anyReconcile, anyRefund, anyStep, anyVerify } from "@/e2e/model/any-step";
import type { Step } from "@/e2e/model/step";

type Steps = Arbitrary<Step[]>;

const wait = (minutes: Arbitrary<number>): Arbitrary<Step> => record({ do: constant("wait" as const), minutes });
const inOrder = (...steps: Arbitrary<Step>[]): Steps => tuple(...steps);
const moveOn: Arbitrary<Step> = constant({ do: "move on", order: 0, isWrong: false });

const anyWait = wait(
  oneof(constantFrom(0.02, 1, 5, 10, 11, 61), integer({ min: 1, max: 180 }), constantFrom(360, 1441, 2881, 4321)),
);
const quietWait = wait(integer({ min: 10, max: 59 }));
const longWait = wait(integer({ min: 61, max: 200 }));

/** Some of them are most telling together: one attempt, everybody at once. */
const atOnce = record({
  do: constant("at once" as const),
  apartMs: constantFrom(0, 1, 1000),
  steps: oneof(
    array(anyStep, { minLength: 2, maxLength: 4 }),
    tuple(anyStep, integer({ min: 2, max: 4 })).map(([step, times]) => Array.from({ length: times }, () => step)),
  ),
});

const newest = <S extends { attempt: number }>(step: Arbitrary<S>): Arbitrary<S> =>
  step.map((one) => ({ ...one, attempt: 0 }));
const byCash: Arbitrary<Step> = anyInitiate.map((step) => ({
  ...step,
  order: 0,
  by: "owner",
  method: "cash_on_delivery",
}));
const voucher: Arbitrary<Step> = newest(anyNotice).map((step) => ({ ...step, code: "124", flaw: null }));
const otherBuys: Steps = tuple(integer({ min: 0, max: 1 }), integer({ min: 1, max: 3 })).map(([buyer, quantity]) => [
  { do: "add", buyer, goods: 0, quantity },
  { do: "order", buyer },
]);

/** What seldom comes about by chance alone, each open at its end. */
const passage: Steps = oneof(
  inOrder(byCash, moveOn, moveOn),
  inOrder(
    byCash,
    newest(anyNotice).map((step) => ({ ...step, attempt: 1 })),
  ),
  inOrder(
    byCash,
    moveOn,
    moveOn,
    anyCancel.map((step) => ({ ...step, order: 0, by: "staff", returned: true })),
  ),
  inOrder(longWait, anyReconcile),
  tuple(inOrder(longWait, anyReconcile), otherBuys).map((parts) => parts.flat()),
  inOrder(quietWait, newest(anyVerify)),
  tuple(longWait, newest(anyVerify), integer({ min: 1, max: 4 })).map(([first, ask, times]) =>
    [first, ...Array.from({ length: times }, (): Step[] => [ask, { do: "wait", minutes: 11 }])].flat(),
  ),
  inOrder(newest(anyRefund), quietWait, newest(anyRefund), quietWait, anyReconcile),
  inOrder(voucher, wait(constantFrom(61, 1441, 1500, 2000, 2900)), anyReconcile),
  tuple(anyReconcile, constantFrom(0, 1), boolean()).map(([step, apartMs, isThrice]): Step[] => [
    { do: "at once", apartMs, steps: isThrice ? [step, step, step] : [step, step] },
  ]),
);

const anySteps: Steps = oneof(
  often(24, inOrder(anyStep)),
  often(6, inOrder(anyWait)),
  often(4, inOrder(atOnce)),
  often(2, inOrder(constant({ do: "prove" }))),
  often(6, passage),
);

/** Each buyer has ordered and begins to pay; then anything. */
const begun = (first: Step, second: Step): Step[] => [
  { do: "add", buyer: 0, goods: 0, quantity: 2 },
  { do: "order", buyer: 0 },
  first,
  { do: "add", buyer: 1, goods: 1, quantity: 1 },
  { do: "order", buyer: 1 },
  second,
];

export const anySequence: Steps = tuple(
  anyInitiate,
  anyInitiate,
  array(anySteps, { minLength: 1, maxLength: 32, size: "max" }),
).map(([first, second, steps]) => [...begun(first, second), ...steps.flat()]);
