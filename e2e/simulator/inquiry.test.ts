import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hashMatches, type Fields } from "./hash";
import { startPretendShop, type PretendShop } from "./pretend-shop";

const V1 = "/ApplicationAPI/API/PaymentInquiry/Inquire";
const V2 = "/payment-orchestrator/api/v2/rest/payments/status/inquiry";
const FORM = "/CustomerPortal/transactionmanagement/merchantform";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

async function opened(): Promise<string> {
  const form = shop.sign({ ...shop.purchase(), ...shop.hosted() });
  await shop.form(FORM, form);
  return form.pp_TxnRefNo ?? "";
}

async function ask(path: string, reference: string): Promise<Fields> {
  const answer = await shop.call(path, shop.sign({ pp_TxnRefNo: reference }));
  expect(hashMatches(answer, "simsalt001", answer.pp_SecureHash ?? "")).toBe(true);
  return answer;
}

test.each([
  ["opened", "157", "Pending"],
  ["pending", "157", "Pending"],
  ["awaiting_cash", "124", "Pending"],
  ["paid", "121", "Completed"],
  ["failed", "402", "Failed"],
  ["cancelled", "112", "Failed"],
  ["expired", "129", "Dropped"],
  ["validation_failed", "110", "Validation Failed"],
  ["reversing", "119", "Completed"],
  ["reversed", "122", "Completed"],
])("of a payment that is %s, it says %s and %s", async (state, code, status) => {
  const reference = await opened();
  expect((await shop.control("state", { reference, state })).status).toBe(200);
  expect(await ask(V1, reference)).toMatchObject({
    pp_ResponseCode: "000",
    pp_PaymentResponseCode: code,
    pp_Status: status,
  });
});

test("version 1 names no amount, version 2 names amount, reference, merchant and bill", async () => {
  const reference = await opened();
  await shop.control("state", { reference, state: "paid" });
  const first = await ask(V1, reference);
  expect(first).not.toHaveProperty("pp_Amount");
  expect(first).not.toHaveProperty("pp_TxnRefNo");
  expect(first).toHaveProperty("pp_SettlementExpiry");
  const second = await ask(V2, reference);
  expect(second).toMatchObject({
    pp_Amount: "150000",
    pp_TxnRefNo: reference,
    pp_MerchantID: "MC10001",
    pp_BillReference: "ORDABCDEFGH20261126",
  });
  expect(second).not.toHaveProperty("pp_BankID");
  expect(second.pp_RetrievalReferenceNo).toBe(first.pp_RetrievalReferenceNo);
});

test("a reference that nobody knows is 109, and signed", async () => {
  expect(await ask(V1, "T404")).toMatchObject({ pp_ResponseCode: "109", pp_Status: "", pp_PaymentResponseCode: "" });
  const reference = await opened();
  await shop.control("forget", { reference });
  expect(await ask(V2, reference)).toMatchObject({ pp_ResponseCode: "109" });
});

test("what was not paid in time is dropped", async () => {
  const reference = await opened();
  await shop.control("clock", { offset_ms: 61 * 60_000 });
  const late = await ask(V1, reference);
  await shop.control("clock", { offset_ms: 0 });
  expect(late).toMatchObject({ pp_PaymentResponseCode: "129", pp_Status: "Dropped" });
});

test("a wrong password, hash or field is refused by its own code", async () => {
  const good = shop.sign({ pp_TxnRefNo: "T1" });
  expect(await shop.call(V1, { ...good, pp_Password: "wrong" })).toMatchObject({ pp_ResponseCode: "101" });
  expect(await shop.call(V1, { ...good, pp_TxnRefNo: "T2" })).toMatchObject({ pp_ResponseCode: "115" });
  expect(await shop.call(V2, shop.sign({ pp_TxnRefNo: "T1", pp_Version: "1.1" }))).toMatchObject({
    pp_ResponseCode: "110",
  });
  expect(await shop.call(V1, shop.sign({ pp_TxnRefNo: "T1", pp_Version: "1.1" }))).toMatchObject({
    pp_ResponseCode: "109",
  });
});

describe("on request", () => {
  const raw = async (fault: string, signal?: AbortSignal) => {
    await shop.control("faults", { target: "inquiry", fault });
    const body = JSON.stringify(shop.sign({ pp_TxnRefNo: "T1" }));
    const headers = { "content-type": "application/json" };
    return fetch(shop.gateway + V1, { method: "POST", headers, body, signal: signal ?? null });
  };

  test("it answers 500, or the firewall's HTML with 200", async () => {
    expect((await raw("http_500")).status).toBe(500);
    const firewall = await raw("waf_html");
    expect(firewall.status).toBe(200);
    expect(await firewall.text()).toContain("Request Rejected");
  });

  test("it answers 199 with all else empty, the hash too", async () => {
    const answer: Fields = await (await raw("empty_hash_199")).json();
    expect(answer).toMatchObject({ pp_ResponseCode: "199", pp_SecureHash: "", pp_Status: "", pp_ResponseMessage: "" });
  });

  test("it does not answer at all", async () => {
    await expect(raw("timeout", AbortSignal.timeout(150))).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("and the next question is answered as ever", async () => {
    expect(await ask(V1, "T1")).toMatchObject({ pp_ResponseCode: "109" });
  });

  test("but a fault that does not exist is refused", async () => {
    expect((await shop.control("faults", { target: "inquiry", fault: "lost" })).status).toBe(400);
  });
});

describe("by its settings", () => {
  afterEach(async () => {
    await shop.control("settings", { portal_inquiry: null, inquiry_pending_minutes: null });
    await shop.control("clock", { offset_ms: 0 });
  });

  test("the portal's path answers in version 2, whatever it answers", async () => {
    const reference = await opened();
    await shop.control("settings", { portal_inquiry: "v2" });
    expect(await ask(V1, reference)).toMatchObject({ pp_TxnRefNo: reference, pp_Amount: "150000" });
    expect(await ask(V1, "T404")).toMatchObject({ pp_ResponseCode: "109", pp_Amount: "" });
  });

  test("it calls a payment pending in the first ten minutes, and tells the truth afterwards", async () => {
    const { reference } = await shop.pay();
    await shop.control("settings", { inquiry_pending_minutes: 10 });
    expect(await ask(V1, reference)).toMatchObject({ pp_PaymentResponseCode: "157", pp_Status: "Pending" });
    await shop.control("clock", { offset_ms: 10 * 60_000 });
    expect(await ask(V1, reference)).toMatchObject({ pp_PaymentResponseCode: "121", pp_Status: "Completed" });
  });
});
