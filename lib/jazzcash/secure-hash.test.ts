import { describe, expect, it } from "vitest";
import vectors from "@/lib/jazzcash/hash-vectors.json";
import { type GatewayFields, isSigned, secureHash } from "@/lib/jazzcash/secure-hash";

const SALT = "TESTSALT01";
const FIELDS = { pp_Amount: "100", pp_TxnRefNo: "T1" };
const HASH = secureHash(FIELDS, SALT);

describe("every worked example of the gateway's hash", () => {
  it.each(vectors.map(({ name, salt, fields, expected_hash }) => ({ name, salt, fields, expected_hash })))(
    "$name comes out",
    ({ salt, fields, expected_hash }) => {
      const message: GatewayFields = { ...fields };
      const signed = { ...message, pp_SecureHash: expected_hash };
      expect(isSigned(signed, [salt])).toBe(true);
      expect(isSigned({ ...signed, pp_ResponseCode: "999" }, [salt])).toBe(false);
      const saysNull = Object.values(message).includes("null");
      if (!saysNull) expect(secureHash(message, salt)).toBe(expected_hash.toUpperCase());
    },
  );
});

it("the hash is upper case, and one in lower or mixed case is the same hash", () => {
  expect(HASH).toMatch(/^[0-9A-F]{64}$/);
  for (const given of [HASH, HASH.toLowerCase(), HASH.slice(0, 9) + HASH.slice(9).toLowerCase()]) {
    expect(isSigned({ ...FIELDS, pp_SecureHash: given }, [SALT])).toBe(true);
  }
});

it.each([
  "",
  "null",
  "0",
  HASH.slice(1),
  `${HASH}0`,
  `${HASH.slice(0, -1)}x`,
  HASH.repeat(2),
  "\u00df".repeat(64),
  "ﬃ".repeat(64),
])("what is no hash of these fields is refused without a throw: %j", (given) =>
  expect(isSigned({ ...FIELDS, pp_SecureHash: given }, [SALT])).toBe(false),
);

it("a message without a hash is unsigned", () => {
  expect(isSigned(FIELDS, [SALT])).toBe(false);
  expect(isSigned({ ...FIELDS, pp_SecureHash: null }, [SALT])).toBe(false);
});

it("the word null counts as nothing, and where it was hashed as a word it counts too", () => {
  const fields = { ...FIELDS, pp_DiscountedAmount: "null" };
  expect(isSigned({ ...fields, pp_SecureHash: secureHash(FIELDS, SALT) }, [SALT])).toBe(true);
  expect(isSigned({ ...fields, pp_SecureHash: secureHash(fields, SALT) }, [SALT])).toBe(true);
});

it("only names that begin with pp count, empties and nulls do not, a nought does", () => {
  const more = { ...FIELDS, pp_BankID: "", pp_ProductID: null, order: "7", PP_Amount: "9", pp_SecureHash: "x" };
  expect(secureHash(more, SALT)).toBe(HASH);
  expect(secureHash({ ...FIELDS, ppmpf_1: "0" }, SALT)).not.toBe(HASH);
});

it("the order in which the fields came does not matter", () => {
  expect(secureHash({ pp_TxnRefNo: "T1", pp_Amount: "100" }, SALT)).toBe(HASH);
});

it("while a salt is changed both are accepted, another one never, and nothing under no salt", () => {
  const signed = { ...FIELDS, pp_SecureHash: secureHash(FIELDS, "old-salt") };
  expect(isSigned(signed, [SALT, "old-salt"])).toBe(true);
  expect(isSigned(signed, [SALT, null])).toBe(false);
  expect(isSigned({ ...FIELDS, pp_SecureHash: secureHash(FIELDS, "") }, ["", null])).toBe(false);
});
