import { outcomeOf, returnFields } from "./answer-fields";
import type { TakenFaults } from "./faults";
import { faultyFields, faultyHash } from "./faulty-fields";
import type { Fields, SignableFields } from "./hash";
import { recordMessage } from "./record-message";
import type { Simulator } from "./simulator";
import type { Transaction } from "./transaction";

/** The form that the payer's browser carries to the shop; a null is hashed as absent, and arrives as four letters. */
export function returnMessage(simulator: Simulator, transaction: Transaction, faults: TakenFaults): Fields {
  const { settings, store } = simulator;
  const { reference } = transaction;
  const outcome = withNulls(returnFields(transaction.fields, outcomeOf(transaction)), faults);
  const said = faultyFields(outcome, "return", faults, () => store.anotherGatewayReference(reference));
  const fields = { ...said, pp_SecureHash: faultyHash(said, faults, settings.salt) };
  recordMessage(simulator, { reference, direction: "sent", what: "return", note: faults.names, fields });
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? "null"]));
}

function withNulls(fields: SignableFields, faults: TakenFaults): SignableFields {
  const spelt = (value: string | null) => {
    if (faults.has("nulls")) return value || null;
    return faults.has("no_nulls") ? (value ?? "") : value;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, spelt(value)]));
}

/** The same form once more, as from a browser that has no cookies; nobody looks at the answer. */
export async function postReturn(
  { signal }: Simulator,
  address: string,
  fields: Fields,
  origin: string,
): Promise<void> {
  await fetch(address, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams(fields),
    redirect: "manual",
    signal,
  }).catch(() => null);
}
