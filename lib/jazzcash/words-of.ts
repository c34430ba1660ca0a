import { paisa, type Paisa } from "@/lib/shared/money";

/** What a message of the gateway says in its own words; of an inquiry, what it says of the payment. */
export type GatewayWords = { code: string; message: string; amount: Paisa | null };

/** Reads the fields of a message as they are kept, masked where they must be. */
export function wordsOf(fields: Record<string, string>): GatewayWords {
  const amount = fields.pp_Amount ?? "";
  return {
    code: fields.pp_PaymentResponseCode || fields.pp_ResponseCode || "",
    message: fields.pp_PaymentResponseMessage || fields.pp_Status || fields.pp_ResponseMessage || "",
    amount: /^\d{1,14}$/.test(amount) ? paisa(Number(amount)) : null,
  };
}
