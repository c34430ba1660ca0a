import type { FaultKind } from "./fault-kind";

const CALLS = ["wallet", "inquiry", "refund"] as const;
const milliseconds = (unsaid: string) => ({ kind: "milliseconds", unsaid }) as const;

/** How the answer to a shop's own call is broken. */
const OF_CALLS = [
  { fault: "http_500", when: "before", says: "HTTP 500 with a line of text." },
  { fault: "http_503", when: "before", says: "HTTP 503 with a line of text." },
  { fault: "waf_html", when: "before", says: "The firewall's page “Request Rejected”, with HTTP 200." },
  { fault: "blank", when: "before", says: "HTTP 200 with nothing in it." },
  { fault: "redirect", when: "before", says: "HTTP 302 to an HTML page." },
  { fault: "empty_hash_199", when: "before", says: "199 with all other fields empty, the hash too." },
  {
    fault: "timeout",
    when: "after",
    value: milliseconds("60000"),
    says: "Silence for this long, then HTTP 504 with nothing in it.",
  },
  { fault: "reset", when: "after", says: "The connection is reset before a byte of the answer." },
  {
    fault: "slow_body",
    when: "after",
    value: milliseconds("20000"),
    says: "The whole answer, in drops spread over this long.",
  },
  { fault: "truncated", when: "after", says: "The first half of the JSON, as if it were all." },
  { fault: "cut_body", when: "after", says: "Half of the promised bytes, then the connection breaks." },
  { fault: "huge", when: "after", says: "The right answer behind 10 MB of blanks." },
] as const satisfies readonly Omit<FaultKind, "targets">[];

const HASH_OF_CALLS = [
  { fault: "forged_hash", when: "after", says: "The answer is signed with another salt." },
  { fault: "empty_hash", when: "after", says: "The answer's pp_SecureHash is empty." },
] as const satisfies readonly Omit<FaultKind, "targets">[];

/** How the hosted page refuses a form, which then counts as never sent. */
const OF_PAGE = [
  { fault: "http_500", says: "HTTP 500 instead of the payment page." },
  { fault: "waf_html", says: "The firewall's page “Request Rejected”, with HTTP 200." },
  { fault: "blank", says: "An empty page, as the sandbox shows where a method is not enabled." },
  { fault: "duplicate_reference", says: "Refused as if its pp_TxnRefNo had been used before (110)." },
  { fault: "refused", value: { kind: "code", unsaid: "999" }, says: "Refused with this code." },
] as const satisfies readonly Omit<FaultKind, "targets">[];

/** How a message to a customer is received. */
const OF_LETTERS = [
  { fault: "refused_for_now", says: "Refused for now: SMTP 451, HTTP 503." },
  { fault: "refused_for_good", says: "Refused for good: SMTP 550, HTTP 400." },
  {
    fault: "silence",
    value: milliseconds("60000"),
    says: "Taken, then silence for this long and no word that it was.",
  },
  { fault: "taken_and_cut", says: "Taken, and yet answered as if it were not: SMTP 421, HTTP 504." },
] as const satisfies readonly Omit<FaultKind, "targets">[];

export const TRANSPORT_FAULTS = [
  ...OF_CALLS.map((kind) => ({ ...kind, targets: CALLS, part: "delivery" })),
  ...HASH_OF_CALLS.map((kind) => ({ ...kind, targets: CALLS, part: "hash" })),
  ...OF_PAGE.map((kind) => ({ ...kind, targets: ["page"] as const, part: "delivery" })),
  ...OF_LETTERS.map((kind) => ({ ...kind, targets: ["mail", "sms"] as const, part: "delivery" })),
];
