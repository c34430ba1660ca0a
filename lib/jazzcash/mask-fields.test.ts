import { expect, it } from "vitest";
import { maskFields, maskName, maskNotice } from "@/lib/jazzcash/mask-fields";
import { SHOP } from "@/lib/jazzcash/test-messages";

const SECRETS = [SHOP.password, SHOP.salt, null, "4321"];

it("neither salt, password, hash, CNIC, mobile nor card number survives in a field of its own", () => {
  const secrets = {
    pp_Password: SHOP.password,
    pp_SecureHash: "A".repeat(64),
    pp_CNIC: "345678",
    pp_MobileNumber: "03001234567",
    pp_CustomerMsisdn: "923001234567",
    ppmpf_1: "03001234567",
    pp_MPIN: "1234",
    pp_MerchantMPIN: "4321",
    pp_CustomerCardNumber: "5123456789012346",
    pp_CustomerCardCvv: "123",
    pp_PaymentToken: "yJb/oKWl2UgvgSAWDazRS6p8KO09d8Oa",
    pp_AuthCode: "060935465981",
    salt: SHOP.salt,
    anything: "else",
  };
  for (const [name, value] of Object.entries(secrets)) {
    expect(maskFields({ [name]: value }, SECRETS)).toEqual({ [name]: `masked:${value.length}` });
  }
});

it("of a notice what proves it is kept too, unless it could be somebody's number", () => {
  const proof = { pp_SecureHash: "0aF9".repeat(16), pp_AuthCode: "060935465981" };
  expect(maskNotice(proof, SECRETS)).toEqual(proof);
  expect(maskNotice({ pp_AuthCode: "123456" }, SECRETS)).toEqual({ pp_AuthCode: "123456" });
  for (const pp_AuthCode of ["923001234567", "3520112345671", "5123456789012346", SHOP.password, "4321"]) {
    expect(maskNotice({ pp_AuthCode }, SECRETS)).toEqual({ pp_AuthCode: `masked:${pp_AuthCode.length}` });
  }
});

it("a secret is kept under no name, and an MPIN's digits hide no number that has them", () => {
  const told = { pp_ResponseMessage: `It was ${SHOP.password}`, pp_ResponseCode: "4321", pp_Amount: "143210" };
  expect(maskFields(told, SECRETS)).toMatchObject({
    pp_ResponseMessage: expect.stringMatching(/^masked:/),
    pp_ResponseCode: "masked:4",
    pp_Amount: "143210",
  });
});

it("of names that nobody knows the first five are kept, so that no stranger fills the table", () => {
  const strange = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`pp_Strange${at}`, "x"]));
  expect(Object.keys(maskFields({ ...strange, pp_ResponseCode: "000" }, SECRETS))).toEqual([
    "pp_ResponseCode",
    ...[0, 1, 2, 3, 4].map((at) => `pp_Strange${at}`),
  ]);
});

it.each([
  "paid by 03001234567",
  "paid by +923001234567.",
  "paid by 0300-1234567",
  "paid by 0300 123 4567",
  "paid by 0300.123.4567",
  "paid by (0300) 1234567",
  "card 5123 4567 8901 2346 declined",
  "card5123456789012346x",
  "CNIC 35202-1234567-1 mismatch",
  "CNIC3520212345671 mismatch",
  "CNIC 345671 does not match",
  "paid by 0300–123–45–67",
  "paid by 0300_123_4567",
  "paid by 0300, 123, 4567",
  "paid by 0300\u00a01234567",
  "paid by ۰۳۰۰۱۲۳۴۵۶۷",
  "the OTP 4711 is wrong",
  "pp_CustomerMPIN 4711 is wrong",
])("a number of a person does not survive inside a sentence: %s", (message) => {
  for (const name of ["pp_ResponseMessage", "pp_PaymentResponseMessage", "pp_Status"]) {
    const kept = maskFields({ [name]: message }, SECRETS)[name] ?? "";
    expect(kept).toContain("•••");
    expect(kept).not.toMatch(/\p{Nd}/u);
  }
});

it("nor does an address or an account", () => {
  const kept = maskFields({ pp_ResponseMessage: "Told Ali.Khan+1@shop.pk of PK36SCBL0000001123456702." }, SECRETS);
  expect(kept).toEqual({ pp_ResponseMessage: "Told ••• of PK36SCBL•••." });
});

it("a sum that has the digits of an MPIN stays a sum", () => {
  expect(maskFields({ pp_Amount: "4321", pp_DiscountedAmount: "4321", pp_BankID: "4321" }, SECRETS)).toEqual({
    pp_Amount: "4321",
    pp_DiscountedAmount: "4321",
    pp_BankID: "masked:4",
  });
  expect(maskFields({ pp_ResponseMessage: "Rs 43.21" }, SECRETS)).toEqual({ pp_ResponseMessage: "Rs 43.21" });
  expect(maskFields({ pp_ResponseMessage: "It was 4321." }, SECRETS)).toEqual({ pp_ResponseMessage: "masked:12" });
});

it("a secret is known in whatever letters", () => {
  for (const text of [SHOP.salt.toUpperCase(), `x${SHOP.password}x`, `${SHOP.salt}.${SHOP.salt}`]) {
    const kept = maskFields({ pp_ResponseMessage: text, pp_BankID: text, pp_Status: text }, SECRETS);
    for (const value of Object.values(kept)) expect(value).toBe(`masked:${text.length}`);
  }
});

it("a name tells nothing either, unless it looks like one", () => {
  const names = { pp_Brandnew: "pp_Brandnew", ppmpf_9: "ppmpf_9", Extra_2: "Extra_2" };
  for (const [name, kept] of Object.entries(names)) expect(maskName(name, SECRETS)).toBe(kept);
  const told = [
    `pp_${SHOP.salt}`,
    SHOP.password,
    "pp_4321",
    "pp_03001234567",
    "pp_345671",
    "03001234567",
    "a b",
    "pp é",
  ];
  for (const name of told) expect(maskName(name, SECRETS)).toBe(`unnamed:${name.length}`);
  expect(maskFields({ [SHOP.password]: "1", pp_4321: "2" }, SECRETS)).toEqual({
    "unnamed:10": "masked:1",
    "unnamed:7": "masked:1",
  });
});

it("whatever a stranger sends is read in no time", () => {
  const long = 256 * 1024;
  const begun = process.cpuUsage();
  for (const sign of ["1", "1 ", "x", "a@", "@", " ", "x1"]) {
    const text = sign.repeat(long / sign.length);
    expect(maskFields({ pp_ResponseMessage: text, [text]: text, pp_Status: text }, SECRETS)).toBeDefined();
  }
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(4000);
});

it("what the shop needs later stays readable", () => {
  const clear = {
    pp_TxnRefNo: "T261125ABCDEFGHJKLMN",
    pp_Amount: "300000",
    pp_ResponseCode: "124",
    pp_ResponseMessage: "Order 12 is placed, code 124.",
    pp_RetreivalReferenceNo: "261125000001",
  };
  expect(maskFields(clear, SECRETS)).toEqual(clear);
  expect(maskFields({ pp_AuthCode: "", pp_ProductID: null }, SECRETS)).toEqual({ pp_AuthCode: "", pp_ProductID: "" });
});

it("whatever is sent stays small and can be stored: no NUL, no half character", () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`pp_${at}`, "x"]));
  expect(Object.keys(maskFields(many, SECRETS)).length).toBeLessThanOrEqual(60);
  const odd = maskFields(
    {
      [`pp_${"n".repeat(60)}😀`]: "",
      pp_ResponseMessage: `${"x".repeat(199)}😀`,
      pp_TxnRefNo: "T\0\ud83d1",
      "pp_\0Odd": "1",
    },
    SECRETS,
  );
  for (const text of [...Object.keys(odd), ...Object.values(odd)]) {
    expect(text).not.toMatch(/\0|\p{Surrogate}/u);
    expect(text.length).toBeLessThanOrEqual(200);
  }
});
