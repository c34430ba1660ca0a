const MESSAGES: Record<string, string> = {
  "000": "Thank you for Using JazzCash, your transaction was successful.",
  "001": "The transaction is above the limit of the account.",
  "004": "The balance of the account is too low.",
  "024": "The payer could not be authenticated.",
  "101": "Invalid merchant credentials.",
  "109": "The transaction does not exist.",
  "110": "Please provide a valid value.",
  "112": "The transaction was cancelled by the customer.",
  "115": "Invalid hash received.",
  "116": "The transaction has expired.",
  "119": "The transaction is waiting to be reversed.",
  "121": "Transaction has been marked confirmed by Merchant.",
  "122": "The transaction has been reversed.",
  "124": "Order is placed and waiting for financials to be received over the counter.",
  "129": "The transaction has been dropped.",
  "131": "The transaction has been refunded.",
  "132": "The transaction cannot be refunded.",
  "157": "The transaction is pending.",
  "199": "System error.",
  "200": "The transaction is approved, and not captured yet.",
  "210": "The authorisation of the transaction is pending.",
  "402": "The transaction was declined by the bank.",
  "451": "Several refunds of a part are not allowed.",
  "452": "The transaction is not eligible for a refund.",
  "453": "The balance of the account is too low for this refund.",
  "454": "A refund of a part is not allowed.",
  "455": "The original transaction is not settled yet.",
  "999": "Transaction failed. This is due to insufficient merchant information.",
};

export function messageOf(code: string): string {
  return MESSAGES[code] ?? "The transaction was not successful.";
}

export interface Refusal {
  code: string;
  message: string;
}

export function refusal(code: string, message = messageOf(code)): Refusal {
  return { code, message };
}

/** The gateway's own message for the expiry misspells the field's name, and shops that search for it must find it here. */
export function invalidField(name: string): Refusal {
  const said = name === "pp_TxnExpiryDateTime" ? "pp_TranExpiryDateTime" : name;
  return refusal("110", `Please provide a valid value for ${said}.`);
}
