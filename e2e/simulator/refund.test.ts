import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashMatches, type Fields } from "./hash";
import { startPretendShop, type PretendShop } from "./pretend-shop";

const PORTAL = "/CustomerPortal/transactionmanagement";
const LEGACY = "/ApplicationAPI/API";
const ORCHESTRATOR = "/payment-orchestrator/api/v1/rest/payments";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

async function paid(method: string): Promise<string> {
  const form = shop.sign({ ...shop.purchase(), ...shop.hosted() });
  const reference = form.pp_TxnRefNo ?? "";
  await shop.form(`${PORTAL}/merchantform`, form);
  await shop.form(`${PORTAL}/TransactionSelection`, { reference, choice: "pay", method });
  return reference;
}

const refund = (path: string, pp_TxnRefNo: string, own: Fields = {}) =>
  shop.call(path, shop.sign({ pp_TxnRefNo, pp_Amount: "150000", pp_TxnCurrency: "PKR", ...own }));

async function inquiryCode(reference: string): Promise<string | undefined> {
  return (await shop.call(`${LEGACY}/PaymentInquiry/Inquire`, shop.sign({ pp_TxnRefNo: reference })))
    .pp_PaymentResponseCode;
}

test.each([`${LEGACY}/authorize/Refund`, "/api/authorize/Refund", `${ORCHESTRATOR}/mpgs/authorize/refund`])(
  "a card's money goes back at %s, signed, and the inquiry then says 131",
  async (path) => {
    const reference = await paid("MPAY");
    const answer = await refund(path, reference);
    expect(answer).toMatchObject({ pp_ResponseCode: "000" });
    expect(hashMatches(answer, "simsalt001", answer.pp_SecureHash ?? "")).toBe(true);
    expect(await inquiryCode(reference)).toBe("131");
  },
);

test("parts go back until their sum is the payment", async () => {
  const path = `${LEGACY}/authorize/Refund`;
  const reference = await paid("MPAY");
  expect(await refund(path, reference, { pp_Amount: "50000" })).toMatchObject({ pp_ResponseCode: "000" });
  expect(await refund(path, reference, { pp_Amount: "100001" })).toMatchObject({ pp_ResponseCode: "132" });
  expect(await refund(path, reference, { pp_Amount: "100000" })).toMatchObject({ pp_ResponseCode: "000" });
  expect(await refund(path, reference, { pp_Amount: "1" })).toMatchObject({ pp_ResponseCode: "132" });
});

test.each([
  `${LEGACY}/Purchase/domwalletrefundtransaction`,
  "/api/Purchase/domwalletrefundtransaction",
  `${ORCHESTRATOR}/m-wallet/refund`,
])("a wallet's money goes back at %s with the merchant's MPIN", async (path) => {
  const reference = await paid("MWALLET");
  expect(await refund(path, reference)).toMatchObject({ pp_ResponseCode: "110" });
  expect(await refund(path, reference, { pp_MerchantMPIN: "9999" })).toMatchObject({ pp_ResponseCode: "110" });
  expect(await inquiryCode(reference)).toBe("121");
  expect(await refund(path, reference, { pp_MerchantMPIN: "1234" })).toMatchObject({ pp_ResponseCode: "000" });
});

test("the card's second version answers without prefixes and without a hash", async () => {
  const answer = await refund(`${ORCHESTRATOR}/mpgs/v2.0/authorize/refund`, await paid("MPAY"), {
    pp_MerchantMPIN: "1234",
  });
  expect(Object.keys(answer)).toEqual(["ResponseCode", "ResponseMessage"]);
  expect(answer.ResponseCode).toBe("000");
});

test("a voucher's money goes back by its number", async () => {
  const form = shop.sign({ ...shop.purchase(), ...shop.hosted() });
  const reference = form.pp_TxnRefNo ?? "";
  await shop.form(`${PORTAL}/merchantform`, form);
  await shop.form(`${PORTAL}/TransactionSelection`, { reference, choice: "counter" });
  const known: { reference: string; gateway_reference: string }[] = await (
    await fetch(`${shop.gateway}/_control/transactions`)
  ).json();
  const pp_VoucherID = known.find((one) => one.reference === reference)?.gateway_reference ?? "";
  const request = shop.sign({ pp_VoucherID, pp_Amount: "150000", pp_TxnCurrency: "PKR" });
  const path = `${LEGACY}/2.0/Purchase/Refund/Voucher`;
  expect(await shop.call(path, request)).toMatchObject({ pp_ResponseCode: "452" });
  await shop.form("/dashboard/counter", { reference });
  expect(await shop.call(path, request)).toMatchObject({ pp_ResponseCode: "000" });
});

test("nothing goes back for a payment that is unknown, unpaid, or came another way", async () => {
  const path = `${LEGACY}/authorize/Refund`;
  expect(await refund(path, "T404")).toMatchObject({ pp_ResponseCode: "109" });
  expect(await refund(path, await paid("MWALLET"))).toMatchObject({ pp_ResponseCode: "452" });
});

test("a time-out on request comes after the money went back", async () => {
  const reference = await paid("MPAY");
  await shop.control("faults", { target: "refund", fault: "timeout" });
  const body = JSON.stringify(shop.sign({ pp_TxnRefNo: reference, pp_Amount: "150000", pp_TxnCurrency: "PKR" }));
  const headers = { "content-type": "application/json" };
  const signal = AbortSignal.timeout(150);
  const silent = fetch(`${shop.gateway}${LEGACY}/authorize/Refund`, { method: "POST", headers, body, signal });
  await expect(silent).rejects.toMatchObject({ name: "TimeoutError" });
  expect(await inquiryCode(reference)).toBe("131");
});

describe("by its settings", () => {
  const path = `${LEGACY}/authorize/Refund`;
  const part = { pp_Amount: "50000" };
  afterEach(async () => {
    const defaults = {
      partial_refunds: null,
      settlement_hours: null,
      refund_balance: null,
      refund_shown_minutes: null,
    };
    await shop.control("settings", defaults);
    await shop.control("clock", { offset_ms: 0 });
  });

  test("no part goes back (454), only the whole", async () => {
    await shop.control("settings", { partial_refunds: "none" });
    const reference = await paid("MPAY");
    expect(await refund(path, reference, part)).toMatchObject({ pp_ResponseCode: "454" });
    expect(await refund(path, reference)).toMatchObject({ pp_ResponseCode: "000" });
  });

  test("one part goes back, and no second one (451)", async () => {
    await shop.control("settings", { partial_refunds: "one" });
    const reference = await paid("MPAY");
    expect(await refund(path, reference, part)).toMatchObject({ pp_ResponseCode: "000" });
    expect(await refund(path, reference, part)).toMatchObject({ pp_ResponseCode: "451" });
  });

  test("a payment that is not settled yet goes back later (455), counted from when it was paid", async () => {
    await shop.control("settings", { settlement_hours: 1 });
    const { reference } = await shop.open();
    const at = (minutes: number) => shop.control("clock", { offset_ms: minutes * 60_000 });
    await at(40);
    await shop.form(`${PORTAL}/TransactionSelection`, { reference, choice: "pay" });
    await at(70);
    expect(await refund(path, reference)).toMatchObject({ pp_ResponseCode: "455" });
    await at(101);
    expect(await refund(path, reference)).toMatchObject({ pp_ResponseCode: "000" });
  });

  test("refunds end with the merchant's balance (453)", async () => {
    await shop.control("reset", {});
    await shop.control("settings", { refund_balance: 60_000 });
    expect(await refund(path, await paid("MPAY"), part)).toMatchObject({ pp_ResponseCode: "000" });
    const second = await paid("MPAY");
    expect(await refund(path, second, part)).toMatchObject({ pp_ResponseCode: "453" });
    expect(await refund(path, second, { pp_Amount: "10000" })).toMatchObject({ pp_ResponseCode: "000" });
  });

  test("a refund shows in the inquiry only after a while", async () => {
    await shop.control("settings", { refund_shown_minutes: 30 });
    const reference = await paid("MPAY");
    await refund(path, reference);
    expect(await inquiryCode(reference)).toBe("121");
    await shop.control("clock", { offset_ms: 30 * 60_000 });
    expect(await inquiryCode(reference)).toBe("131");
  });
});

test.each([`${LEGACY}/authorize/Void`, "/api/authorize/Void"])(
  "a card payment is reversed whole at %s",
  async (path) => {
    const reference = await paid("MPAY");
    const voided = () => shop.call(path, shop.sign({ pp_TxnRefNo: reference }));
    expect(await voided()).toMatchObject({ pp_ResponseCode: "000" });
    expect(await inquiryCode(reference)).toBe("122");
    expect(await voided()).toMatchObject({ pp_ResponseCode: "452" });
    expect(await refund(`${LEGACY}/authorize/Refund`, reference)).toMatchObject({ pp_ResponseCode: "452" });
  },
);

test("no wallet's payment is reversed, nor one of which a part went back", async () => {
  const voided = (reference: string) => shop.call(`${LEGACY}/authorize/Void`, shop.sign({ pp_TxnRefNo: reference }));
  expect(await voided(await paid("MWALLET"))).toMatchObject({ pp_ResponseCode: "452" });
  const parted = await paid("MPAY");
  await refund(`${LEGACY}/authorize/Refund`, parted, { pp_Amount: "1" });
  expect(await voided(parted)).toMatchObject({ pp_ResponseCode: "452" });
});
