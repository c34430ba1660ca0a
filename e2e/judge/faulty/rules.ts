import { createHmac } from "node:crypto";

export type Fields = Record<string, string>;
export type Payment = {
  status: "pending" | "processing" | "paid" | "failed";
  received: number;
  form: Fields;
  gatewayReference: string | null;
};
export type Meaning = "paid" | "failed" | "unknown";

/** The places where shops go wrong, each a rule of its own. */
export type Rules = {
  isWellFormed: (entries: [name: string, value: unknown][]) => boolean;
  /** `given` is the hash as it came, which JSON may have made anything. */
  isSigned: (fields: Fields, salt: string, given: unknown) => boolean;
  isAboutThis: (fields: Fields, payment: Payment) => boolean;
  meaningOf: (code: string | undefined) => Meaning;
  settle: (payment: Payment, meaning: Meaning) => Promise<void> | void;
  whenForged: (payment: Payment) => void;
  /** What the return does with the payer's form: a shop may go by its callback alone. */
  atReturn: "believe" | "show" | "refuse";
  isThankfulForAll: boolean;
  isOneByOne: boolean;
};

const KNOWN = new Set(
  `Amount AuthCode BankID BillReference DiscountedAmount Language MerchantID Password ProductID ResponseCode
  ResponseMessage RetreivalReferenceNo SecureHash SettlementExpiry SubMerchantId TxnCurrency TxnDateTime TxnRefNo TxnType
  Version`
    .split(/\s+/)
    .map((name) => `pp_${name}`),
);
const FAILED = new Set(["101", "112", "116", "129", "402"]);

export function hashOf(fields: Fields, salt: string): string {
  const names = Object.keys(fields).filter((name) => name.startsWith("pp") && name !== "pp_SecureHash" && fields[name]);
  const text = [salt, ...names.toSorted().map((name) => fields[name])].join("&");
  return createHmac("sha256", salt).update(text).digest("hex");
}

const isOurs = (named: string | undefined, ours: string | undefined) => !named || named === ours;

export const agreesWith = (fields: Fields, { form }: Payment): boolean =>
  isOurs(fields.pp_MerchantID, form.pp_MerchantID) &&
  isOurs(fields.pp_TxnCurrency, form.pp_TxnCurrency) &&
  isOurs(fields.pp_BillReference, form.pp_BillReference);

/** Success wins, and counts once. */
export function settleOnce(payment: Payment, meaning: Meaning): void {
  if (payment.status === "paid") return;
  if (meaning === "paid") payment.received += Number(payment.form.pp_Amount);
  payment.status = meaning === "unknown" ? "processing" : meaning;
}

/** What a careful shop does. */
export const CORRECT: Rules = {
  isWellFormed: (entries) =>
    new Set(entries.map(([name]) => name)).size === entries.length &&
    entries.every(
      ([name, value]) =>
        (KNOWN.has(name) || /^pp(mbf|mpf)_[1-5]$/.test(name)) &&
        (value === null || (typeof value === "string" && !value.includes("&"))),
    ),
  isSigned: (fields, salt) => fields.pp_SecureHash?.toLowerCase() === hashOf(fields, salt),
  isAboutThis: (fields, payment) => agreesWith(fields, payment) && isOurs(fields.pp_Amount, payment.form.pp_Amount),
  meaningOf: (code) => {
    if (code === "000" || code === "121") return "paid";
    return code !== undefined && FAILED.has(code) ? "failed" : "unknown";
  },
  settle: settleOnce,
  whenForged: () => {},
  atReturn: "believe",
  isThankfulForAll: false,
  isOneByOne: false,
};
