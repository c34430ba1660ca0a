import { secureHash, type SignableFields } from "./hash";
import type { TakenFaults } from "./faults";
import { messageOf } from "./response-codes";
import type { FaultTarget } from "./fault-kind";

const ANOTHER_SALT = "not-the-salt";

/** What a message says under its faults; the gateway's reference of another transaction is asked for only where it is needed. */
export function faultyFields(
  fields: SignableFields,
  target: FaultTarget,
  faults: TakenFaults,
  anotherReference: () => string | null,
): SignableFields {
  const said = { ...fields };
  const say = (name: string, value: string | null) => {
    if (value !== null) said[name] = value;
  };

  const code = faults.value("response_code");
  if (code !== null) Object.assign(said, target === "inquiry" ? emptied(fields) : {}, withCode(fields, code));

  const paymentCode = faults.value("payment_code");
  say("pp_PaymentResponseCode", paymentCode);
  say("pp_PaymentResponseMessage", paymentCode === null ? null : messageOf(paymentCode));
  say("pp_Status", faults.value("payment_status"));
  say("pp_Amount", faults.value("other_amount"));
  say("pp_DiscountedAmount", faults.value("discount"));
  say("pp_BillReference", faults.value("other_bill_reference"));
  if (faults.has("repeated_gateway_reference")) {
    const name = "pp_RetrievalReferenceNo" in fields ? "pp_RetrievalReferenceNo" : "pp_RetreivalReferenceNo";
    say(name, faults.value("repeated_gateway_reference") ?? anotherReference());
  }
  const [name = "", ...value] = faults.value("unknown_field")?.split("=") ?? [];
  if (name) say(name, value.join("="));
  return said;
}

/** The hash that goes with the fields: right, in lower case, of another salt, or none. */
export function faultyHash(fields: SignableFields, faults: TakenFaults, salt: string): string {
  if (faults.has("empty_hash")) return "";
  const hash = secureHash(fields, faults.has("forged_hash") ? ANOTHER_SALT : salt);
  return faults.has("lower_case_hash") ? hash.toLowerCase() : hash;
}

export function emptied(fields: SignableFields): SignableFields {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, ""]));
}

function withCode(fields: SignableFields, code: string): SignableFields {
  const prefix = "ResponseCode" in fields ? "" : "pp_";
  return { [`${prefix}ResponseCode`]: code, [`${prefix}ResponseMessage`]: messageOf(code) };
}
