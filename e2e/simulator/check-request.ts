import { isWellFormed } from "./field-grammar";
import { hashMatches, type Fields } from "./hash";
import { isLoopback } from "./loopback";
import { readPakistanTime } from "./pakistan-time";
import { invalidField, refusal, type Refusal } from "./response-codes";
import { isAllowedPair, type Schema } from "./schemas";
import type { Settings } from "./settings-list";
import type { Generation } from "./transaction";

const DAY = 24 * 60 * 60 * 1000;
const LONGEST_LIFE: Record<Generation, number> = { portal: 92 * DAY, orchestrator: DAY };

/** Who is asking, whether each field is known and well formed, and whether the hash over the schema's own fields is right. */
export function checkRequest(fields: Fields, schema: Schema, settings: Settings): Refusal | null {
  if (fields.pp_MerchantID !== settings.merchantId || fields.pp_Password !== settings.password) return refusal("101");

  const known = [...schema.required, ...schema.optional];
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger !== undefined) return invalidField(stranger);

  const missing = schema.required.find((name) => !fields[name]);
  if (missing !== undefined) return invalidField(missing);

  const malformed = known.find((name) => !isWellFormed(name, fields[name] ?? ""));
  if (malformed !== undefined) return invalidField(malformed);

  if (!hashMatches(fields, settings.salt, fields.pp_SecureHash ?? "")) {
    return settings.badHashCode === "110" ? invalidField("pp_SecureHash") : refusal("115");
  }
  return null;
}

/** The rules of a new payment that look at more than one field. */
export function checkPurchase(fields: Fields, generation: Generation, settings: Settings, now: Date): Refusal | null {
  const { pp_Version: version, pp_TxnType: txnType = "", pp_ReturnURL: returnUrl } = fields;
  if (version !== undefined && !isAllowedPair(generation, version, txnType)) {
    return refusal("110", "Provided Transaction Type and Version are not allowed.");
  }
  const start = readPakistanTime(fields.pp_TxnDateTime ?? "");
  const end = readPakistanTime(fields.pp_TxnExpiryDateTime ?? "");
  if (!start) return invalidField("pp_TxnDateTime");
  if (!end || end <= start || end <= now || end.getTime() - start.getTime() > LONGEST_LIFE[generation]) {
    return invalidField("pp_TxnExpiryDateTime");
  }
  if (returnUrl && !isRegistered(returnUrl, settings)) return refusal("999");
  return null;
}

function isRegistered(returnUrl: string, settings: Settings): boolean {
  if (settings.returnUrl !== null) return returnUrl === settings.returnUrl;
  return isLoopback(returnUrl) && new URL(returnUrl).pathname.endsWith("/api/cart/payments/jazzcash/return/");
}
