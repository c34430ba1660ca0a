import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Fields } from "../simulator/hash";
import { pakistanTime } from "../simulator/pakistan-time";

/** One open payment of the shop that is judged; the amount is paisa, as `pp_Amount` says it. */
export type Payment = {
  ref: string;
  amount: string;
  bill: string;
  form: Fields | null;
  dateTime: string;
  gatewayReference: string;
};

const Opened = z.object({
  ref: z.string().optional(),
  amount: z.union([z.string(), z.number()]).optional(),
  bill: z.string().optional(),
  form: z.record(z.string(), z.string().nullable()).optional(),
});
const REF = /^[A-Za-z0-9/.]{1,20}$/;

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(1, 10)).join("");

/** What names a payment; all else that a message needs is made up here, once, so that a repeat is the same message. */
export function namedPayment(ref: string, amount: string, bill: string, form: Fields | null = null): Payment {
  if (!REF.test(ref)) throw new Error(`"${ref}" is no pp_TxnRefNo (at most 20 letters and digits).`);
  if (!/^[1-9]\d*$/.test(amount)) throw new Error(`"${amount}" is no amount in whole paisa.`);
  const dateTime = form?.pp_TxnDateTime ?? pakistanTime(new Date());
  return { ref, amount, bill, form, dateTime, gatewayReference: digits(12) };
}

/** A payment that no shop has opened. */
export const inventedPayment = (amount = "150000"): Payment =>
  namedPayment(`T${digits(19)}`, amount, `BILL${digits(12)}`);

/** What `--open` printed: `ref`, `amount`, `bill`, `form`, or the form alone, in which the others stand. */
export function readPayment(text: string): Payment {
  const opened = Opened.safeParse(parsed(text));
  if (!opened.success) throw new Error(`--open: it gave no { ref, amount, bill, form }, but: ${text.slice(0, 200)}`);
  const { ref, amount, bill, form } = opened.data;
  const fields = form ? Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value ?? ""])) : null;
  return namedPayment(
    ref ?? fields?.pp_TxnRefNo ?? "",
    String(amount ?? fields?.pp_Amount ?? ""),
    bill ?? fields?.pp_BillReference ?? "",
    fields,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
