import { type SignableFields, secureHash, signed } from "../../simulator/hash";
import { honestFields } from "../honest";
import { asUsual, type Said } from "../message";
import { type Aim, asSigned, atEveryDoor, type Shot, step, unclaimed, UNTOUCHED, without } from "../shot";

type Spoilt = (fields: SignableFields, aim: Aim) => Said[];

/** Signed messages that carry no code that means anything. */
const noCode = (name: string, what: string, why: string, messages: Spoilt): Shot => ({
  name,
  what,
  right: UNTOUCHED,
  why,
  needs: [],
  isFollowedByTruth: true,
  steps: (aim) =>
    aim.doors.flatMap((door) =>
      messages(honestFields(door, aim.payment, aim.merchant), aim).map((said) =>
        unclaimed(step(aim.payment, "untouched", asUsual(door, said))),
      ),
    ),
});

const withCode = (code: string): Spoilt => {
  return (fields, { merchant }) => [signed({ ...fields, pp_ResponseCode: code }, merchant.salt)];
};

const unknownYet = (code: string, meaning: string): Shot => ({
  name: `code-${code}`,
  what: `A signed ${code}: ${meaning}.`,
  right: "Calls the payment neither paid nor failed, asks the gateway (status inquiry), and believes a later success.",
  why: "Who calls it paid gives goods away; who calls it failed lets the payer pay twice.",
  needs: [],
  isFollowedByTruth: true,
  steps: (aim) =>
    atEveryDoor(aim, "untouched", (door) =>
      asSigned(door, honestFields(door, aim.payment, aim.merchant, code), aim.merchant),
    ).map(unclaimed),
});

const LOOKALIKES = ["00", "0000", "0.0", "0e1", "0121", "121.0", "+121", "PKR"];
const NUMBERS = "In PHP and JavaScript a missing or odd code compares as zero, and 000 is zero.";

/** What the code says, and what it does not. */
export const CODES: Shot[] = [
  noCode("code-missing", "A signed message without pp_ResponseCode.", NUMBERS, (fields, { merchant }) => [
    without(signed({ ...fields, pp_ResponseCode: null }, merchant.salt), "pp_ResponseCode"),
  ]),
  noCode("code-empty", "A signed message with an empty pp_ResponseCode.", NUMBERS, withCode("")),
  noCode(
    "code-zero",
    'A signed message with the code "0", with the number 0 in JSON, and with a hash that leaves the 0 out as PHP\'s does.',
    NUMBERS,
    (fields, { merchant }) => {
      const zero = { ...fields, pp_ResponseCode: "0" };
      const kept = secureHash(zero, merchant.salt);
      const leftOut = secureHash({ ...fields, pp_ResponseCode: "" }, merchant.salt);
      return [kept, leftOut].flatMap((pp_SecureHash) => [
        { ...zero, pp_SecureHash },
        { ...zero, pp_ResponseCode: 0, pp_SecureHash },
      ]);
    },
  ),
  noCode(
    "code-like-a-success",
    `Signed messages with codes that only look like one: ${LOOKALIKES.join(", ")}.`,
    NUMBERS,
    (fields, aim) => LOOKALIKES.flatMap((code) => withCode(code)(fields, aim)),
  ),
  unknownYet("124", "a voucher, to be paid at a counter"),
  unknownYet("157", "pending, the payer has not entered the MPIN"),
  unknownYet("210", "authorisation pending"),
  unknownYet("199", "system error; the payer may have been charged"),
  unknownYet("999", "technical failure; the payer may have been charged"),
  unknownYet("777", "a code that is in no list"),
];
