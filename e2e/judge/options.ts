import { parseArgs } from "node:util";
import type { Merchant } from "./honest";
import type { Door } from "./message";
import { inventedPayment, namedPayment, type Payment } from "./payment";

/** Where payments to shoot at come from: a source of fresh ones, one that is named, or none that the shop knows. */
type Range = { kind: "fresh"; source: string } | { kind: "one"; payment: Payment } | { kind: "invented" };

export type Options = {
  doors: Partial<Record<Door, string>>;
  merchant: Merchant;
  range: Range;
  status: string | null;
  paid: RegExp | null;
  failed: RegExp | null;
  received: RegExp | null;
  headers: Record<string, string>;
  waitMs: number;
  timeoutMs: number;
  only: RegExp | null;
};

export const USAGE = `npm run simulator -- judge --callback URL --return URL --salt S [options]

  --callback URL, --return URL   the shop's two addresses; one of them is enough
  --salt S, --merchant ID        the merchant's integrity salt, and pp_MerchantID (MC10001)
  --open URL|COMMAND             makes a new payment: prints { ref, amount, bill, form }, or { form }; amounts in paisa
  --ref R --amount N --bill B    one open payment instead: few shots can be fired at it
  --status URL|COMMAND           says how a payment stands; {ref} is replaced
  --paid REGEX                   what that (or else the page after the return) says of a paid payment
  --failed REGEX                 what it says of a failed one
  --received REGEX               its first group is the money received, in rupees or paisa
  --header "Name: value"         sent to --open and --status (repeatable)
  --wait MS, --timeout MS        between a shot and the question (0); for one answer (10000)
  --only REGEX                   these shots alone
  --list                         all shots: what each is, what is right, and why

Only for a test installation of your own shop: the judge makes payments and says that they were paid.`;

const text = { type: "string" } as const;

/** Reads the command line; throws with a sentence that names the option. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      callback: text,
      return: text,
      salt: text,
      merchant: text,
      open: text,
      ref: text,
      amount: text,
      bill: text,
      status: text,
      paid: text,
      failed: text,
      received: text,
      header: { type: "string", multiple: true },
      wait: text,
      timeout: text,
      only: text,
    },
  });
  const doors = {
    ...(values.callback !== undefined && { callback: address("--callback", values.callback) }),
    ...(values.return !== undefined && { return: address("--return", values.return) }),
  };
  if (!doors.callback && !doors.return) throw new Error("--callback or --return: give at least one address.");
  if (!values.salt) throw new Error("--salt: the shop's integrity salt is needed to sign.");
  if (values.status && !values.paid) throw new Error("--paid: say by which words --status calls a payment paid.");
  if (values.status && !values.status.includes("{ref}")) throw new Error("--status: {ref} must stand in it.");
  for (const name of ["failed", "received"] as const) {
    if (values[name] && !values.status) throw new Error(`--${name}: it is read from what --status answers.`);
  }
  return {
    doors,
    merchant: { id: values.merchant ?? "MC10001", salt: values.salt },
    range: rangeOf(values),
    status: values.status ?? null,
    paid: pattern("--paid", values.paid),
    failed: pattern("--failed", values.failed),
    received: pattern("--received", values.received),
    headers: Object.fromEntries((values.header ?? []).map(header)),
    waitMs: milliseconds("--wait", values.wait, 0),
    timeoutMs: milliseconds("--timeout", values.timeout, 10_000),
    only: pattern("--only", values.only),
  };
}

type Payable = { open?: string; ref?: string; amount?: string; bill?: string };

function rangeOf({ open, ref, amount, bill }: Payable): Range {
  if (open) return { kind: "fresh", source: open };
  if (!ref) return { kind: "invented" };
  const { bill: anyBill } = inventedPayment();
  return { kind: "one", payment: namedPayment(ref, amount ?? "", bill ?? anyBill) };
}

function address(name: string, value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new Error(`${name}: "${value}" is no http address.`);
  return value;
}

function pattern(name: string, value: string | undefined): RegExp | null {
  if (!value) return null;
  try {
    return new RegExp(value, "i");
  } catch {
    throw new Error(`${name}: "${value}" is no regular expression.`);
  }
}

function milliseconds(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(value)) throw new Error(`${name}: "${value}" is no number of milliseconds.`);
  return Number(value);
}

function header(line: string): [string, string] {
  const [, name, value] = /^([\w-]+):\s*(.+)$/.exec(line) ?? [];
  if (!name || !value) throw new Error(`--header: "${line}" is not "Name: value".`);
  return [name, value];
}
