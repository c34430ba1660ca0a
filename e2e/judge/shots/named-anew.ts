import { type SignableFields, signed } from "../../simulator/hash";
import { honestFields } from "../honest";
import { asEntries, asUsual, formEntries, type Message, type Said } from "../message";
import { hideCode, joinAnew, nameAnew } from "../name-anew";
import { type Aim, atEveryDoor, type Shot, step, unclaimed, UNTOUCHED } from "../shot";

type Source = (aim: Aim) => SignableFields;
type Naming = typeof nameAnew;

const ownForm: Source = ({ payment }) => payment.form ?? {};

/** What a payer brings home who presses "cancel": signed by the gateway, and in his own hands. */
const cancelled: Source = ({ payment, merchant }) =>
  signed(honestFields("return", payment, merchant, "112"), merchant.salt);

const ORDER = "The hash covers the values in the order of their names, and not the names.";
const RUPEE = "Rs 1.21"; // its paisa are the code of a success

/** A signed message under other names. With Rs 1.21 asked for, the amount itself can become the code 121. */
const namedAnew = (name: string, what: string, source: Source, naming: Naming, needs: Shot["needs"]): Shot => ({
  name,
  what,
  right: UNTOUCHED,
  why: `${ORDER} A notice has known names only, no & in a value, and never the shop's password under another name.`,
  needs,
  amount: "121",
  isFollowedByTruth: true,
  weakness: (aim) =>
    naming(source(aim))?.isArmed ? null : `only with a weak code: it wants a payment of ${RUPEE} from --open`,
  steps: (aim) => {
    const renamed = naming(source(aim));
    if (!renamed) return [];
    const steps = atEveryDoor(aim, "untouched", (door) => asUsual(door, renamed.fields));
    return renamed.isArmed ? steps : steps.map(unclaimed);
  },
});

const twice = (aim: Aim, said: Said, name: string, value: string): Message[] =>
  aim.doors.flatMap((door) => {
    const entries = formEntries(said);
    return [asEntries(door, [...entries, [name, value]]), asEntries(door, [[name, value], ...entries])];
  });

/** Words that somebody did sign, read as something else. */
export const NAMED_ANEW: Shot[] = [
  {
    name: "own-form-echoed",
    what: "The shop's own signed payment form, sent to it as if it were a notice.",
    right: UNTOUCHED,
    why: "It is signed, names this payment and has no code at all. Every payer holds it.",
    needs: ["form"],
    isFollowedByTruth: true,
    steps: (aim) => atEveryDoor(aim, "untouched", (door) => asUsual(door, ownForm(aim))).map(unclaimed),
  },
  namedAnew(
    "own-form-renamed",
    "The shop's own signed form, its values under other names, so that one of them is the code.",
    ownForm,
    nameAnew,
    ["form"],
  ),
  namedAnew(
    "own-form-joined",
    "The same with known names alone, neighbours joined by & within one value.",
    ownForm,
    joinAnew,
    ["form"],
  ),
  namedAnew(
    "failure-renamed",
    "The gateway's own signed failure, its values under other names.",
    cancelled,
    nameAnew,
    [],
  ),
  namedAnew(
    "failure-joined",
    "The gateway's own signed failure, its values joined anew by &.",
    cancelled,
    joinAnew,
    [],
  ),
  {
    name: "failure-without-its-code",
    what: "The gateway's own signed failure, its code pushed by & into the message beside it.",
    right: "Is not paid: a message without a code says nothing.",
    why: ORDER,
    needs: [],
    isFollowedByTruth: true,
    steps: (aim) => atEveryDoor(aim, "unpaid", (door) => asUsual(door, hideCode(cancelled(aim)))).map(unclaimed),
  },
  {
    name: "code-twice",
    what: "The gateway's own signed failure as a form, a second pp_ResponseCode of a success behind and before it.",
    right: "Is not paid.",
    why: "One part of a shop reads the first of two, another the last.",
    needs: [],
    isFollowedByTruth: true,
    steps: (aim) =>
      twice(aim, cancelled(aim), "pp_ResponseCode", "000").map((message) =>
        unclaimed(step(aim.payment, "unpaid", message)),
      ),
  },
  {
    name: "reference-twice",
    what: "The honest success of another payment as a form, this payment's reference beside the true one.",
    right: UNTOUCHED,
    why: "One part of a shop reads the first of two, another the last.",
    needs: ["rival"],
    isFollowedByTruth: true,
    steps: (aim) => {
      const { payment, rival, merchant } = aim;
      const said = signed(honestFields("return", rival, merchant), merchant.salt);
      return twice(aim, said, "pp_TxnRefNo", payment.ref).map((message) => ({
        ...step(payment, "untouched", message),
        isJudgedBy: "status",
      }));
    },
  },
];
