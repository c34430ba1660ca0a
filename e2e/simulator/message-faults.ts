import type { FaultKind } from "./fault-kind";

const code = (unsaid: string) => ({ kind: "code", unsaid }) as const;

/** When, how often and by which way a message comes. */
const COMING = [
  {
    fault: "late",
    targets: ["ipn"],
    part: "timing",
    value: { kind: "milliseconds", unsaid: "30000" },
    says: "It is sent this long after the payment, instead of after the usual delay.",
  },
  {
    fault: "before_return",
    targets: ["ipn"],
    part: "timing",
    says: "It is answered by the shop before the payer's browser goes back.",
  },
  { fault: "lost", targets: ["ipn"], part: "timing", says: "It is never sent." },
  { fault: "duplicate", targets: ["ipn"], part: "copies", says: "It comes twice at the same moment." },
  { fault: "triplicate", targets: ["ipn"], part: "copies", says: "It comes three times at the same moment." },
  {
    fault: "retried",
    targets: ["ipn"],
    says: "The shop's answer does not count, so that it comes again, three times in all, the usual pause between.",
  },
  {
    fault: "lost",
    targets: ["return"],
    says: "The payer's browser stays on the gateway's page; the IPN is sent as usual.",
  },
  {
    fault: "duplicate",
    targets: ["return"],
    says: "It reaches the shop twice: from the simulator, as from a browser without cookies, and from the payer's.",
  },
  { fault: "as_get", targets: ["return"], says: "The browser goes back by GET, with the fields in the address." },
  {
    fault: "nulls",
    targets: ["return"],
    part: "nulls",
    says: "Every empty field comes as the four letters null; the hash leaves them out.",
  },
  {
    fault: "no_nulls",
    targets: ["return"],
    part: "nulls",
    says: "No field comes as the four letters null: a card's pp_DiscountedAmount comes empty.",
  },
] as const satisfies readonly FaultKind[];

/** What a message says, rightly signed, though it is not so. */
const SAYING = [
  {
    fault: "response_code",
    targets: ["return", "ipn"],
    value: code("199"),
    says: "It says this code; what became of the money stays as it is.",
  },
  {
    fault: "response_code",
    targets: ["wallet"],
    when: "after",
    value: code("199"),
    says: "The answer says this code, whatever the payer did on the phone.",
  },
  {
    fault: "response_code",
    targets: ["inquiry"],
    value: code("109"),
    says: "The inquiry itself answers this code, and leaves all else empty.",
  },
  {
    fault: "response_code",
    targets: ["refund"],
    when: "before",
    value: code("452"),
    says: "The refund is refused with this code (132, 451 to 455 …), or carried out and called refused.",
  },
  {
    fault: "payment_code",
    targets: ["inquiry"],
    value: code("157"),
    says: "It says this pp_PaymentResponseCode.",
  },
  {
    fault: "payment_status",
    targets: ["inquiry"],
    value: { kind: "status", unsaid: "Pending" },
    says: "It says this pp_Status.",
  },
  {
    fault: "other_amount",
    targets: ["return", "ipn", "wallet", "inquiry"],
    value: { kind: "paisa", unsaid: "100" },
    says: "It names this pp_Amount, also where it would name none.",
  },
  {
    fault: "discount",
    targets: ["return", "ipn", "wallet", "inquiry"],
    value: { kind: "paisa", unsaid: "100" },
    says: "A discount made at the gateway: it names this pp_DiscountedAmount.",
  },
  {
    fault: "other_bill_reference",
    targets: ["return", "ipn", "wallet", "inquiry"],
    value: { kind: "bill", unsaid: "ANOTHERBILL1" },
    says: "It names this pp_BillReference, also where it would name none.",
  },
  {
    fault: "repeated_gateway_reference",
    targets: ["return", "ipn", "wallet", "inquiry"],
    value: { kind: "reference", unsaid: null },
    says: "It names this gateway reference, or else the newest of another transaction.",
  },
  {
    fault: "unknown_field",
    targets: ["return", "ipn", "wallet", "inquiry"],
    value: { kind: "field", unsaid: "pp_Unannounced=1" },
    says: "It carries one more field, which the hash covers.",
  },
] as const satisfies readonly FaultKind[];

/** What becomes of the signature. */
const SIGNING = [
  { fault: "forged_hash", targets: ["return", "ipn"], part: "hash", says: "It is signed with another salt." },
  { fault: "empty_hash", targets: ["return", "ipn"], part: "hash", says: "Its pp_SecureHash is empty." },
  {
    fault: "lower_case_hash",
    targets: ["return", "ipn", "wallet", "inquiry", "refund"],
    part: "hash",
    says: "The right hash, in lower case: a shop must accept it.",
  },
] as const satisfies readonly FaultKind[];

export const MESSAGE_FAULTS = [...COMING, ...SAYING, ...SIGNING] as const;
