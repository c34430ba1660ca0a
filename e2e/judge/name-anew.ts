import { type Fields, type SignableFields } from "../simulator/hash";

type Named = [name: string, value: string];
type Renamed = { fields: Fields; isArmed: boolean };

const CODE = "pp_ResponseCode";
const REFERENCE = "pp_TxnRefNo";
const SUCCESSES = new Set(["000", "121"]);

const valuesByName = (fields: SignableFields): Named[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith("pp") && name !== "pp_SecureHash")
    .toSorted()
    .flatMap((name) => (fields[name] ? [[name, fields[name]] as Named] : []));

/** The value that becomes the code: one that says success, else a word, which loose comparisons take for zero. */
function codeIn(values: Named[], referenceAt: number): { at: number; isArmed: boolean } {
  const before = values.slice(0, referenceAt);
  const success = before.findIndex(([, value]) => SUCCESSES.has(value));
  if (success !== -1) return { at: success, isArmed: true };
  return {
    at: Math.max(
      0,
      before.findIndex(([name]) => name === "pp_TxnCurrency"),
    ),
    isArmed: false,
  };
}

/** A name after the one before it and ahead of the next that is fixed: its own where that fits, else one made up. */
const nameBetween = (own: string, previous: string, next: string): string =>
  own > previous && own < next ? own : `${previous}0`;

/**
 * The same values in the same order, and so the same hash, under other names: one of them becomes the response code.
 * The reference keeps its name. Every message that anybody ever signed can be read anew like this by who holds it.
 */
export function nameAnew(message: SignableFields): Renamed | null {
  const values = valuesByName(message);
  const referenceAt = values.findIndex(([name]) => name === REFERENCE);
  if (referenceAt < 1) return null;
  const code = codeIn(values, referenceAt);
  const named: Named[] = [];
  for (const [at, [own, value]] of values.entries()) {
    const previous = named.at(-1)?.[0] ?? "pp_";
    const next = at < code.at ? CODE : REFERENCE;
    if (at === code.at) named.push([CODE, value]);
    else if (at >= referenceAt) named.push([own, value]);
    else named.push([nameBetween(own, previous, next), value]);
  }
  return { fields: withHash(named, message), isArmed: code.isArmed };
}

/** The same with known names alone: what has no place of its own is joined to its neighbour by `&`, as the hash does. */
export function joinAnew(message: SignableFields): Renamed | null {
  const values = valuesByName(message);
  const referenceAt = values.findIndex(([name]) => name === REFERENCE);
  if (referenceAt < 2) return null;
  const code = codeIn(values, referenceAt);
  const joined = (from: number, to: number) =>
    values
      .slice(from, to)
      .map(([, value]) => value)
      .join("&");
  const named: Named[] = [
    ["pp_Description", joined(0, code.at)],
    [CODE, values[code.at]?.[1] ?? ""],
    ["pp_ResponseMessage", joined(code.at + 1, referenceAt)],
    ...values.slice(referenceAt),
  ];
  return { fields: withHash(named, message), isArmed: code.isArmed };
}

/** A signed failure with its code pushed into the next field: the hash stays right, and no code is left. */
export function hideCode({ [CODE]: code, ...rest }: SignableFields): SignableFields {
  return { ...rest, pp_ResponseMessage: `${code ?? ""}&${rest.pp_ResponseMessage ?? ""}` };
}

const withHash = (named: Named[], { pp_SecureHash: hash }: SignableFields): Fields => ({
  ...Object.fromEntries(named.filter(([, value]) => value !== "")),
  pp_SecureHash: hash ?? "",
});
