import { type Arbitrary, array, boolean, constant, constantFrom, integer, nat, oneof, record, tuple } from "fast-check";
import {
  AFTER_SALE_CODES,
  DECLINED_CODES,
  FLAWS,
  INQUIRY_SAYS,
  type InquirySays,
  PAID_CODES,
  PENDING_CODES,
  type RefundSays,
  SHAPES,
  VOUCHER_CODE,
  type WalletSays,
} from "@/e2e/model/said";
import type { Asker, SingleStep, Step } from "@/e2e/model/step";

type Weighed<T> = { weight: number; arbitrary: Arbitrary<T> };
const often = <T>(weight: number, arbitrary: Arbitrary<T>): Weighed<T> => ({ weight, arbitrary });
const usually = <const T>(weight: number, usual: T, others: Arbitrary<T>): Arbitrary<T> =>
  oneof(often(weight, constant(usual)), often(1, others));

const at = nat(5);
const SILENT_BUT_QUICK = ["cut", "status_500", "html", "broken_body", "unsigned"] as const;

const inquiry: Arbitrary<InquirySays> = oneof(
  often(10, constant("truth" as const)),
  often(10, constantFrom(...INQUIRY_SAYS.filter((says) => says !== "hang"))),
);
const refund: Arbitrary<RefundSays> = oneof(
  often(3, constant<RefundSays>({ isDone: true, answer: "clear" })),
  often(
    4,
    record({
      isDone: boolean(),
      answer: constantFrom("clear", "121", "131", "199", "157", "another_amount", ...SILENT_BUT_QUICK),
    }),
  ),
);
const wallet: Arbitrary<WalletSays> = oneof(
  often(3, constant<WalletSays>({ isCharged: true, answer: "clear" })),
  often(
    5,
    record({
      isCharged: boolean(),
      answer: constantFrom("clear", "declined", "157", "999", "another_amount", "another_payment", ...SILENT_BUT_QUICK),
    }),
  ),
);
const heldToo: Arbitrary<WalletSays> = oneof(
  often(12, wallet),
  often(1, constant<WalletSays>({ isCharged: false, answer: "held" })),
);
const by: Arbitrary<Asker> = usually(8, "owner", constantFrom<Asker>("stranger", "staff", "admin"));
const byBuyerOrStaff: Arbitrary<Asker> = constantFrom<Asker>("owner", "owner", "staff", "admin", "stranger");

const code = oneof(
  often(8, constantFrom(...PAID_CODES)),
  often(3, constantFrom(...DECLINED_CODES)),
  often(3, constantFrom(...PENDING_CODES)),
  often(2, constant(VOUCHER_CODE)),
  often(1, constantFrom(...AFTER_SALE_CODES)),
);
const word = <const D extends string>(name: D): Arbitrary<D> => constant(name);

const add = record({
  do: word("add"),
  buyer: nat(1),
  goods: nat(2),
  quantity: integer({ min: 1, max: 3 }),
});
const order = record({ do: word("order"), buyer: nat(1) });
const initiate = record({
  do: word("initiate"),
  order: at,
  by,
  method: constantFrom("jazzcash" as const, "jazzcash_wallet" as const, "cash_on_delivery" as const),
  inquiry,
  wallet: heldToo,
});
const notice = record({
  do: word("notice"),
  attempt: at,
  shape: constantFrom(...SHAPES),
  code,
  flaw: usually(4, null, constantFrom(...FLAWS)),
  hasReference: usually(4, true, constant(false)),
  discount: constantFrom("null", "", "same"),
});
const verify = record({ do: word("verify"), attempt: at, by, inquiry });
const reconcile = record({ do: word("reconcile"), inquiry, refund });
const cancel = record({
  do: word("cancel"),
  order: at,
  by: byBuyerOrStaff,
  returned: usually(4, false, constant(true)),
  restock: boolean(),
});
const refundStep = record({
  do: word("refund"),
  attempt: at,
  part: constantFrom("all" as const, "half" as const, "paisa" as const, "too much" as const),
  refund,
});

const single: Arbitrary<SingleStep> = oneof(
  often(2, add),
  often(2, order),
  often(7, initiate),
  often(10, notice),
  often(4, record({ do: word("repeat a notice"), notice: at })),
  often(
    5,
    record({
      do: word("pay at the gateway"),
      attempt: at,
      more: usually(2, 0, constantFrom(-1, -500, 700)),
      txnType: constantFrom("MWALLET", "MPAY", "MIGS", ""),
    }),
  ),
  often(1, record({ do: word("take a voucher at the gateway"), attempt: at })),
  often(1, record({ do: word("fail at the gateway"), attempt: at })),
  often(1, record({ do: word("reverse at the gateway"), attempt: at })),
  often(1, record({ do: word("answer a held wallet"), call: nat(1), wallet })),
  often(4, verify),
  often(2, record({ do: word("record cash"), attempt: at })),
  often(5, refundStep),
  often(
    5,
    record({
      do: word("review"),
      item: at,
      action: at,
      by: usually(5, "admin" as const, constant("staff" as const)),
    }),
  ),
  often(4, cancel),
  often(4, record({ do: word("move on"), order: at, isWrong: usually(5, false, constant(true)) })),
  often(1, record({ do: word("expire carts") })),
  often(5, reconcile),
);

const wait = record({
  do: word("wait"),
  minutes: oneof(
    constantFrom(0.02, 1, 5, 10, 11, 61),
    integer({ min: 1, max: 180 }),
    constantFrom(360, 1441, 2881, 4321),
  ),
});

/** Some of them are most telling together: one attempt, everybody at once. */
const atOnce = record({
  do: word("at once"),
  apartMs: constantFrom(0, 1, 1000),
  steps: oneof(
    array(single, { minLength: 2, maxLength: 4 }),
    tuple(single, integer({ min: 2, max: 4 })).map(([step, times]) => Array.from({ length: times }, () => step)),
  ),
});

const anyStep: Arbitrary<Step> = oneof(
  often(12, single),
  often(3, wait),
  often(2, atOnce),
  often(1, record({ do: word("prove") })),
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

export const anySequence: Arbitrary<Step[]> = tuple(
  initiate,
  initiate,
  array(anyStep, { minLength: 1, maxLength: 40, size: "max" }),
).map(([first, second, steps]) => [...begun(first, second), ...steps]);
