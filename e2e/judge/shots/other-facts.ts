import type { SignableFields } from "../../simulator/hash";
import { fullFields, honest, honestFields } from "../honest";
import { inventedPayment } from "../payment";
import { type Aim, asSigned, refusedShot, type Shot, step, unclaimed, UNTOUCHED } from "../shot";

type Change = (aim: Aim) => SignableFields;

/** Signed as it should be, but about something else than this payment. */
const otherFact = (name: string, what: string, why: string, change: Change, needs: Shot["needs"] = []): Shot =>
  refusedShot(
    { name, what, why },
    (door, aim) => asSigned(door, { ...fullFields(door, aim.payment, aim.merchant), ...change(aim) }, aim.merchant),
    needs,
  );

const shifted = (by: number): Change => {
  return ({ payment }) => ({ pp_Amount: String(BigInt(payment.amount) + BigInt(by)) });
};

/** The hash is right, and the message is not about this money. */
export const OTHER_FACTS: Shot[] = [
  otherFact(
    "another-amount",
    "A signed success of one paisa.",
    "The amount that was paid must be the one that was asked.",
    ({ payment }) => ({ pp_Amount: payment.amount === "1" ? "2" : "1" }),
  ),
  otherFact(
    "a-paisa-less",
    "A signed success of one paisa less.",
    "Amounts are whole paisa and compared as such.",
    ({ payment }) => ({ pp_Amount: String(BigInt(payment.amount) - 1n) }),
  ),
  otherFact(
    "a-paisa-more",
    "A signed success of one paisa more.",
    "Money that nobody asked for has to be looked at, not booked.",
    shifted(1),
  ),
  otherFact(
    "another-merchant",
    "A signed success for another merchant.",
    "Two merchants may share a salt, not their money.",
    () => ({ pp_MerchantID: "MC99999" }),
  ),
  otherFact("another-currency", "A signed success in another currency.", "Rs 1,500 are not 1,500 dollars.", () => ({
    pp_TxnCurrency: "USD",
  })),
  otherFact(
    "another-bill",
    "A signed success that names a bill which is nobody's.",
    "Reference, bill and amount belong together.",
    () => ({ pp_BillReference: "BILL0NOBODYS" }),
  ),
  otherFact(
    "another-orders-bill",
    "A signed success for this reference that names another order's bill.",
    "A message must not pay two orders in halves.",
    ({ rival }) => ({ pp_BillReference: rival.bill }),
    ["rival"],
  ),
  {
    name: "discount-at-the-gateway",
    what: "A signed success with a pp_DiscountedAmount one paisa below the price.",
    right: "Does not count the payment as paid in full by itself; a person looks at it.",
    why: "A bank's campaign takes the discount off what the merchant gets.",
    needs: ["return"],
    isFollowedByTruth: false,
    steps: ({ payment, merchant }) => {
      const fields = {
        ...honestFields("return", payment, merchant),
        pp_DiscountedAmount: String(BigInt(payment.amount) - 1n),
      };
      return [unclaimed(step(payment, "unpaid", asSigned("return", fields, merchant)))];
    },
  },
  {
    name: "gateway-reference-reused",
    what: "A signed success with the pp_RetreivalReferenceNo under which another payment was paid.",
    right: UNTOUCHED,
    why: "One payment at the gateway pays one order.",
    needs: ["rival"],
    isFollowedByTruth: true,
    steps: ({ payment, rival, merchant, doors, trusted }) => {
      const reused = { ...payment, gatewayReference: rival.gatewayReference };
      return [
        step(rival, "paid", honest(trusted, rival, merchant)),
        ...doors.map((door) => step(payment, "untouched", honest(door, reused, merchant))),
      ];
    },
  },
  {
    name: "reference-of-nobody",
    what: "A signed success for a reference that the shop never gave.",
    right: "Does not say that it took it in: 4xx, or a code other than 000.",
    why: "Whoever answers 000 and drops it loses a payment that was made before its row was written.",
    needs: ["callback"],
    isFollowedByTruth: true,
    steps: ({ merchant }) => {
      const nobodys = inventedPayment();
      const told = step(nobodys, "untouched", honest("callback", nobodys, merchant));
      return [{ ...unclaimed(told), isJudgedBy: "answer" }];
    },
  },
];
