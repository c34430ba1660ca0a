import { describe, expect, test } from "vitest";
import { secureHash, signed } from "../simulator/hash";
import { hideCode, joinAnew, nameAnew } from "./name-anew";

const SALT = "smallsalt1";
const ONE_RUPEE_21 = { pp_Amount: "121", pp_BillReference: "BILL1", pp_Language: "EN", pp_ReturnURL: "https://a.pk/" };
const form = signed({ ...ONE_RUPEE_21, pp_TxnCurrency: "PKR", pp_TxnRefNo: "T1", pp_Version: "1.1" }, SALT);
const dearer = signed({ ...form, pp_Amount: "150000" }, SALT);

describe("a signed message, its values under other names,", () => {
  test.each([
    ["by new names", nameAnew],
    ["by known names and &", joinAnew],
  ])("%s keeps its hash and its reference", (_, naming) => {
    for (const message of [form, dearer]) {
      const renamed = naming(message)?.fields ?? {};
      expect(renamed).toMatchObject({ pp_TxnRefNo: "T1", pp_SecureHash: message.pp_SecureHash });
      expect(secureHash(renamed, SALT)).toBe(message.pp_SecureHash);
    }
  });

  test("says success where one of the values is a code of success, else a word", () => {
    for (const naming of [nameAnew, joinAnew]) {
      expect(naming(form)).toMatchObject({ isArmed: true, fields: { pp_ResponseCode: "121" } });
      expect(naming(dearer)).toMatchObject({ isArmed: false, fields: { pp_ResponseCode: "PKR" } });
    }
  });

  test("cannot be made of one that has no reference", () => {
    expect([nameAnew({ pp_Amount: "121" }), joinAnew({ pp_Amount: "121" })]).toEqual([null, null]);
  });
});

test("a failure whose code was hidden keeps its hash and has no code", () => {
  const failure = signed({ ...ONE_RUPEE_21, pp_ResponseCode: "112", pp_ResponseMessage: "Cancelled" }, SALT);
  const hidden = hideCode(failure);
  expect(hidden).not.toHaveProperty("pp_ResponseCode");
  expect(secureHash(hidden, SALT)).toBe(failure.pp_SecureHash);
});
