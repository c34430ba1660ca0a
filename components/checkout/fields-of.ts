import type { FieldProblem } from "@/lib/http/form-state";

/** What is said of a field that is filled in, and wrong. */
const SAID = {
  customer_phone: "phone",
  wallet_phone: "phone",
  customer_email: "email",
  cnic_last6: "cnic",
  discount_code: "code",
  address_id: "address",
} as const;

export type FieldWord = FieldProblem | (typeof SAID)[keyof typeof SAID];

/** The word for what is wrong with a field. */
export const fieldWord = (name: string, problem: FieldProblem): FieldWord =>
  problem === "invalid" && name in SAID ? SAID[name as keyof typeof SAID] : problem;

export type FieldOf = (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined };
