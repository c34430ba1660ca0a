import { signed } from "../../simulator/hash";
import { honest, honestFields } from "../honest";
import { asUsual, type Door } from "../message";
import { asSigned, type Shot, step } from "../shot";

type Believed = Pick<Shot, "name" | "what" | "why"> & { door: Door };

const believed = ({ door, ...words }: Believed, change: (hash: string) => string): Shot => ({
  ...words,
  right: "Counts the payment as paid.",
  needs: [door],
  isFollowedByTruth: false,
  steps: ({ payment, merchant }) => {
    const said = signed(honestFields(door, payment, merchant), merchant.salt);
    const sent = { ...said, pp_SecureHash: change(said.pp_SecureHash) };
    return [step(payment, "paid", asUsual(door, sent))];
  },
});

const asIs = (hash: string) => hash;
const CASE = "The gateway writes it in capitals, its own first sample in small letters; it means the same.";

/** The true word at each door: fired first, since only at a shop that believes it a refusal means anything. */
export const FIRST_WORD: Record<Door, Shot> = {
  callback: believed(
    {
      door: "callback",
      name: "honest-notice",
      what: "The server's notice of a success: JSON, code 121, nulls, and neither amount nor merchant nor bill.",
      why: "The IPN guide's own shape. 121 there is what 000 is on the return; many take it for a failure.",
    },
    asIs,
  ),
  return: believed(
    {
      door: "return",
      name: "honest-return",
      what: "The payer's browser brings a success: a form from another site, code 000, no cookie.",
      why: "A shop that asks for a session, a CSRF token or its own Origin here loses the payer who has just paid.",
    },
    asIs,
  ),
};

/** Honest messages with what real ones have been seen to have. */
export const HONEST_NEWS: Shot[] = [
  believed(
    {
      door: "callback",
      name: "small-letters-notice",
      what: "An honest notice, its hash in small letters.",
      why: CASE,
    },
    (hash) => hash.toLowerCase(),
  ),
  believed(
    {
      door: "return",
      name: "small-letters-return",
      what: "An honest return, its hash in small letters.",
      why: CASE,
    },
    (hash) => hash.toLowerCase(),
  ),
  {
    name: "null-word",
    what: "An honest return with the four letters null in pp_DiscountedAmount, which the gateway did not hash.",
    right: "Counts the payment as paid.",
    why: "Captured live: a form has no null, so JazzCash writes the word, and hashes it as absent.",
    needs: ["return"],
    isFollowedByTruth: false,
    steps: ({ payment, merchant }) => {
      const said = signed(honestFields("return", payment, merchant), merchant.salt);
      return [step(payment, "paid", asUsual("return", { ...said, pp_DiscountedAmount: "null" }))];
    },
  },
  {
    name: "return-says-121",
    what: "An honest return with the code 121 in place of 000.",
    right: "Does not call it failed: paid, or asked about.",
    why: "Both codes mean success; which one a channel uses has changed before.",
    needs: ["return"],
    isFollowedByTruth: true,
    steps: ({ payment, merchant }) => [step(payment, "unfailed", honest("return", payment, merchant, "121"))],
  },
  {
    name: "new-field",
    what: "An honest, signed success with a pp field that is in no guide.",
    right: "Believes it, or refuses it and says so; it does not say 000 and drop it.",
    why: "JazzCash adds fields. A message that was refused comes again and can be asked about; one that was thanked for does not.",
    needs: [],
    isFollowedByTruth: true,
    steps: ({ payment, merchant, doors }) =>
      doors.map((door) => {
        const fields = { ...honestFields(door, payment, merchant), pp_NewField: "1" };
        return step(payment, "either", asSigned(door, fields, merchant));
      }),
  },
];
