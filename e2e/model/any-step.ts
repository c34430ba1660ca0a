import { type Arbitrary, boolean, constant, constantFrom, integer, nat, oneof, record } from "fast-check";
import {
  anyCode,
  anyInquiryWords,
  anyQuickWalletWords,
  anyRefundWords,
  anyWalletWords,
  often,
  usually,
} from "@/e2e/model/any-said";
import { FLAWS, SHAPES } from "@/e2e/model/said";
import type { Asker, SingleStep } from "@/e2e/model/step";

const word = <const D extends string>(name: D): Arbitrary<D> => constant(name);

/** The newest as often as all the others: so that much happens to the same order. */
const at = oneof(constant(0), nat(5));
const by: Arbitrary<Asker> = usually(8, "owner", constantFrom<Asker>("stranger", "staff", "admin"));

const add = record({ do: word("add"), buyer: nat(1), goods: nat(2), quantity: integer({ min: 1, max: 3 }) });
const order = record({ do: word("order"), buyer: nat(1) });
const payAtGateway = record({
  do: word("pay at the gateway"),
  attempt: at,
  more: usually(2, 0, constantFrom(-1, -500, 700)),
  txnType: constantFrom("MWALLET", "MPAY", "MIGS", ""),
});
const review = record({
  do: word("review"),
  item: at,
  action: at,
  by: usually(5, "admin" as const, constant("staff" as const)),
});

export const anyInitiate = record({
  do: word("initiate"),
  order: at,
  by,
  method: constantFrom("jazzcash" as const, "jazzcash_wallet" as const, "cash_on_delivery" as const),
  inquiry: anyInquiryWords,
  wallet: anyWalletWords,
});
export const anyNotice = record({
  do: word("notice"),
  attempt: at,
  shape: constantFrom(...SHAPES),
  code: anyCode,
  flaw: usually(4, null, constantFrom(...FLAWS)),
  hasReference: usually(4, true, constant(false)),
  discount: constantFrom("null", "", "same"),
});
export const anyVerify = record({ do: word("verify"), attempt: at, by, inquiry: anyInquiryWords });
export const anyReconcile = record({ do: word("reconcile"), inquiry: anyInquiryWords, refund: anyRefundWords });
export const anyRefund = record({
  do: word("refund"),
  attempt: at,
  part: constantFrom("all" as const, "half" as const, "paisa" as const, "too much" as const),
  refund: anyRefundWords,
});
export const anyCancel = record({
  do: word("cancel"),
  order: at,
  by: constantFrom<Asker>("owner", "owner", "staff", "admin", "stranger"),
  returned: usually(4, false, constant(true)),
  restock: boolean(),
});

/** One thing that somebody does, or that happens at the gateway. */
export const anyStep: Arbitrary<SingleStep> = oneof(
  often(2, add),
  often(2, order),
  often(7, anyInitiate),
  often(16, anyNotice),
  often(6, record({ do: word("repeat a notice"), notice: at })),
  often(5, payAtGateway),
  often(1, record({ do: word("take a voucher at the gateway"), attempt: at })),
  often(1, record({ do: word("fail at the gateway"), attempt: at })),
  often(1, record({ do: word("reverse at the gateway"), attempt: at })),
  often(1, record({ do: word("answer a held wallet"), call: nat(1), wallet: anyQuickWalletWords })),
  often(4, anyVerify),
  often(2, record({ do: word("record cash"), attempt: at })),
  often(5, anyRefund),
  often(5, review),
  often(5, anyCancel),
  often(4, record({ do: word("move on"), order: at, isWrong: usually(5, false, constant(true)) })),
  often(1, record({ do: word("expire carts") })),
  often(5, anyReconcile),
);
