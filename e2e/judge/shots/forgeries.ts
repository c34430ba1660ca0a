import { createHash, createHmac } from "node:crypto";
import { type SignableFields, secureHash, signed } from "../../simulator/hash";
import { honest, honestFields } from "../honest";
import { asQuery, asUsual, type Door, type Said } from "../message";
import { type Aim, refusedShot, type Shot, step, unclaimed, UNTOUCHED } from "../shot";

const sorted = (fields: SignableFields): [string, string][] =>
  Object.keys(fields)
    .toSorted()
    .flatMap((name) => (fields[name] ? [[name, fields[name]] as [string, string]] : []));

const hmac = (text: string, key: string) => createHmac("sha256", key).update(text).digest("hex").toUpperCase();

type Forge = (fields: SignableFields, aim: Aim, door: Door) => Said;

const forgery = (name: string, what: string, why: string, forge: Forge, needs: Shot["needs"] = []): Shot =>
  refusedShot(
    { name, what, why },
    (door, aim) => asUsual(door, forge(honestFields(door, aim.payment, aim.merchant), aim, door)),
    needs,
  );

const hashedBy = (hash: (fields: SignableFields, aim: Aim) => unknown): Forge => {
  return (fields, aim) => ({ ...fields, pp_SecureHash: hash(fields, aim) });
};

const ANYBODY = "Anybody can send this.";

/** Claims of success that the gateway never made: each has no hash, or one that does not prove who sent it. */
export const FORGERIES: Shot[] = [
  forgery("no-hash", "A success without pp_SecureHash.", ANYBODY, (fields) => fields),
  forgery(
    "empty-hash",
    "A success with an empty pp_SecureHash.",
    `${ANYBODY} Public plug-ins compare only a hash that is not empty; the gateway itself sends an empty one with some errors.`,
    hashedBy(() => ""),
  ),
  forgery(
    "null-hash",
    "A success whose pp_SecureHash is null.",
    ANYBODY,
    hashedBy(() => null),
  ),
  forgery(
    "wrong-hash",
    "A success with a hash of zeros.",
    ANYBODY,
    hashedBy(() => "0".repeat(64)),
  ),
  forgery(
    "hash-true",
    "A success whose pp_SecureHash is the JSON value true (in a form: 1).",
    `${ANYBODY} In PHP, true == "any text".`,
    hashedBy(() => true),
  ),
  forgery(
    "hash-as-list",
    "A success whose pp_SecureHash is a list.",
    `${ANYBODY} PHP's strcmp gives null for a list, and null == 0.`,
    hashedBy(() => [""]),
  ),
  forgery(
    "half-a-hash",
    "A success with the first eight letters of the right hash.",
    "So few can be guessed; a comparison must ask for all 64.",
    hashedBy((fields, { merchant }) => secureHash(fields, merchant.salt).slice(0, 8)),
  ),
  forgery(
    "hash-of-another-salt",
    "A success signed with another salt.",
    "A shop on production must not believe the sandbox, nor a salt that it once had.",
    hashedBy((fields, { merchant }) => secureHash(fields, `${merchant.salt}x`)),
  ),
  forgery(
    "hash-of-an-empty-salt",
    "A success signed with an empty salt.",
    "A setting that was forgotten must not become a key that everybody knows.",
    hashedBy((fields) => secureHash(fields, "")),
  ),
  forgery(
    "hash-without-key",
    "A success with the plain SHA-256 of its values.",
    "Very old guides hashed without a key; anybody can compute it.",
    hashedBy((fields) => {
      const values = sorted(fields).map(([, value]) => value);
      return createHash("sha256").update(values.join("")).digest("hex").toUpperCase();
    }),
  ),
  forgery(
    "hash-of-names-and-values",
    "A success whose hash was taken over name=value pairs.",
    "The documented hash covers values alone; a shop that checks this one refuses all that JazzCash really signs.",
    hashedBy((fields, { merchant }) =>
      hmac([merchant.salt, ...sorted(fields).map((pair) => pair.join("="))].join("&"), merchant.salt),
    ),
  ),
  forgery(
    "hash-of-the-form",
    "A success with the hash that stands in the shop's own payment form.",
    "Every payer can read that hash in the page.",
    hashedBy((_, { payment }) => payment.form?.pp_SecureHash ?? ""),
    ["form"],
  ),
  forgery(
    "code-changed-after-signing",
    "A signed failure, its code changed to success on the way.",
    "The return comes through the payer's own browser.",
    (fields, { payment, merchant }, door) => ({
      ...signed(honestFields(door, payment, merchant, "112"), merchant.salt),
      pp_ResponseCode: fields.pp_ResponseCode,
    }),
  ),
  forgery(
    "another-payments-message",
    "The honest success of one payment, sent again with another payment's reference.",
    "Pay a small order once, and have every other one for nothing.",
    (_, { payment, rival, merchant }, door) => ({
      ...signed(honestFields(door, rival, merchant), merchant.salt),
      pp_TxnRefNo: payment.ref,
    }),
    ["rival"],
  ),
  forgery(
    "field-added-after-signing",
    "An honest success with one more pp field, which its hash does not cover.",
    "The hash covers every field that begins with pp; what it does not cover is somebody else's word.",
    (fields, { merchant }) => ({ ...signed(fields, merchant.salt), pp_ZAdded: "1" }),
  ),
  {
    name: "success-by-get",
    what: "A link with a success in its query, without a hash and with a wrong one.",
    right: UNTOUCHED,
    why: "JazzCash posts. A link can be typed, sent and clicked by anybody.",
    needs: [],
    isFollowedByTruth: true,
    steps: ({ payment, merchant, doors }) =>
      doors.map((door) => {
        const fields = honestFields(door, payment, merchant);
        const forged = [fields, { ...fields, pp_SecureHash: "0".repeat(64) }];
        return step(payment, "untouched", ...forged.map((said) => asQuery(door, said)));
      }),
  },
  {
    name: "forged-failure",
    what: "A failure with a wrong hash, before the payer has paid.",
    right: UNTOUCHED,
    why: "Else a stranger can end any payment. Seen: a bad hash marks the payment failed, even a completed one.",
    needs: [],
    isFollowedByTruth: true,
    steps: ({ payment, merchant, doors }) =>
      doors.map((door) => {
        const fields = honestFields(door, payment, merchant, "112");
        return unclaimed(step(payment, "untouched", asUsual(door, { ...fields, pp_SecureHash: "0".repeat(64) })));
      }),
  },
  {
    name: "forged-failure-after-success",
    what: "A failure with a wrong hash, after the honest success.",
    right: "Stays paid.",
    why: "Money that was taken does not go away because a stranger says so.",
    needs: [],
    isFollowedByTruth: false,
    steps: ({ payment, merchant, doors, trusted }) => [
      step(payment, "paid", honest(trusted, payment, merchant)),
      ...doors.map((door) => {
        const fields = honestFields(door, payment, merchant, "112");
        const forged = asUsual(door, { ...fields, pp_SecureHash: "0".repeat(64) });
        return unclaimed(step(payment, "still_paid", forged));
      }),
    ],
  },
];
