import { describe, expect, test } from "vitest";
import { FaultInput } from "./fault-input";
import { FAULT_TARGETS } from "./fault-kind";
import { FAULT_LIST, faultsOf } from "./fault-list";
import { FAULT_VALUES } from "./fault-values";
import { FaultQueue } from "./faults";

const asked = (own: object) => FaultInput.parse({ target: "inquiry", fault: "other_amount", ...own });

function queueOf(...faults: object[]): FaultQueue {
  const queue = new FaultQueue();
  for (const own of faults) queue.add(asked(own));
  return queue;
}

const amounts = (queue: FaultQueue, reference: string, times: number) =>
  Array.from({ length: times }, () => queue.take("inquiry", reference).value("other_amount"));

describe("faults in line", () => {
  test("act in the order in which they came, each as often as asked", () => {
    const queue = queueOf({ value: 1, times: 2 }, { value: 2 });
    expect(amounts(queue, "T1", 4)).toEqual(["1", "1", "2", null]);
  });

  test("for one transaction come before those for any, and touch no other", () => {
    const queue = queueOf({ value: 1 }, { value: 2, for: "T1" });
    expect(amounts(queue, "T2", 2)).toEqual(["1", null]);
    expect(amounts(queue, "T1", 2)).toEqual(["2", null]);
  });

  test("that stand for ever are the default, from which counted ones differ", () => {
    const queue = queueOf({ value: 1, times: "always" }, { value: 2 }, { value: 3, for: "T1", times: "always" });
    expect(amounts(queue, "T2", 3)).toEqual(["2", "1", "1"]);
    expect(amounts(queue, "T1", 2)).toEqual(["3", "3"]);
  });

  test("of another target wait", () => {
    const queue = queueOf({ target: "wallet" });
    expect(queue.take("inquiry", "T1").has("other_amount")).toBe(false);
    expect(queue.take("wallet", "T1").has("other_amount")).toBe(true);
  });

  test("can be taken out by their number", () => {
    const queue = queueOf({ value: 1 }, { value: 2 });
    expect(queue.remove(queue.list()[0]?.id ?? 0)).toBe(true);
    expect(queue.remove(99)).toBe(false);
    expect(amounts(queue, "T1", 2)).toEqual(["2", null]);
  });
});

describe("the list", () => {
  test("names each fault of a target once, with a sentence", () => {
    for (const target of FAULT_TARGETS) {
      const names = faultsOf(target).map(({ fault }) => fault);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { says } of FAULT_LIST) expect(says).toMatch(/^[A-Z1].*\.$/);
  });

  test.each(FAULT_LIST.map(({ fault, targets, value, when }) => ({ fault, target: targets[0], value, when })))(
    "$fault of the $target can be asked for with no more than its name",
    ({ fault, target, value, when }) => {
      expect(FaultInput.parse({ target, fault })).toMatchObject({
        times: 1,
        for: null,
        value: value?.unsaid ?? null,
        when: when ?? null,
      });
      if (value?.unsaid) expect(value.unsaid).toMatch(FAULT_VALUES[value.kind].grammar);
    },
  );
});

test.each<[string, object, string]>([
  ["a target that is none", { target: "fax" }, "must be one of page, return, ipn, wallet, inquiry, refund, mail, sms"],
  ["a fault of another target", { fault: "late" }, "must be one of response_code, payment_code"],
  ["no fault at all", { fault: undefined }, "must be the name of a fault"],
  ["no times", { times: 0 }, "must be a whole number from 1 to 1000, or always"],
  ["times in words", { times: "twice" }, "must be a whole number from 1 to 1000, or always"],
  ["a reference that can be none", { for: "T 1" }, "must be a transaction's reference"],
  ["an amount with a point", { value: "15.00" }, "must be an amount in paisa, digits only"],
  ["a value where none is taken", { fault: "blank", value: 1 }, "blank takes none"],
  ["a delay of an hour", { fault: "timeout", value: 3_600_000 }, "must be milliseconds, at most 600000"],
  [
    "a field that is not the gateway's",
    { fault: "unknown_field", value: "amount=1" },
    "must be a name that starts with pp",
  ],
  ["a time that is neither", { fault: "blank", when: "during" }, "must be before or after"],
  ["work where there is none", { when: "before" }, "other_amount of inquiry has no work before or after it"],
  ["a word that is not known", { delay: 5 }, "Unrecognized key"],
])("%s is refused in words", (_, own, words) => {
  const read = FaultInput.safeParse({ target: "inquiry", fault: "other_amount", ...own });
  expect(read.success).toBe(false);
  expect(read.error?.message).toContain(words);
});
