import { expect, test } from "vitest";
import { hashMatches, secureHash, signed } from "./hash";
import vectors from "./hash-vectors.json";

test.each(vectors)("the vector $name reproduces", ({ salt, fields, expected_hash, name }) => {
  const read: Record<string, string | null> = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      name === "synthetic-null-string" && value === "null" ? null : value,
    ]),
  );
  expect(secureHash(read, salt)).toBe(expected_hash.toUpperCase());
  expect(hashMatches(read, salt, expected_hash.toLowerCase())).toBe(true);
});

test("a changed value, a missing hash and a cut one do not match", () => {
  const fields = signed({ pp_Amount: "100", pp_TxnRefNo: "T1" }, "salt");
  expect(hashMatches({ ...fields, pp_Amount: "101" }, "salt", fields.pp_SecureHash)).toBe(false);
  expect(hashMatches(fields, "salt", "")).toBe(false);
  expect(hashMatches(fields, "salt", fields.pp_SecureHash.slice(1))).toBe(false);
  expect(hashMatches(fields, "other", fields.pp_SecureHash)).toBe(false);
});
