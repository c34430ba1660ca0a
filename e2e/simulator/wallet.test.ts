import { afterAll, beforeAll, expect, test } from "vitest";
import { hashMatches, type Fields } from "./hash";
import { startPretendShop, type PretendShop } from "./pretend-shop";

const V2 = "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction";
const V1 = "/api/payment/DoTransaction";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

const cnicCall = (pp_MobileNumber: string, own: Fields = {}) =>
  shop.sign({ ...shop.purchase(), pp_MobileNumber, pp_CNIC: "345678", pp_BankID: "", ppmpf_1: "", ...own });
const plainCall = (ppmpf_1: string, own: Fields = {}) =>
  shop.sign({ ...shop.purchase(), ...shop.hosted(), pp_TxnType: "MWALLET", ppmpf_1, ...own });
const isSigned = (answer: Fields) => hashMatches(answer, "simsalt001", answer.pp_SecureHash ?? "");

async function stateOf(reference = ""): Promise<Fields> {
  return shop.call("/ApplicationAPI/API/PaymentInquiry/Inquire", shop.sign({ pp_TxnRefNo: reference }));
}

test.each([
  ["03123456789", "345678", "000"],
  ["03123456789", "111111", "157"],
  ["03123456780", "345678", "024"],
  ["03120000004", "999999", "004"],
  ["03120000199", "345678", "199"],
  ["03001234567", "345678", "157"],
])("number %s with CNIC %s is %s, and signed", async (number, pp_CNIC, code) => {
  const answer = await shop.call(V2, cnicCall(number, { pp_CNIC }));
  expect(answer).toMatchObject({ pp_ResponseCode: code, pp_CustomerMsisdn: number, pp_TxnType: "", pp_Version: "" });
  expect(isSigned(answer)).toBe(true);
});

test.each([V2, "/api/2.0/purchase/domwallettransaction/", "/payment-orchestrator/api/v2/rest/payments/m-wallet"])(
  "the CNIC call is answered at %s",
  async (path) => {
    expect(await shop.call(path, cnicCall("03123456789"))).toMatchObject({ pp_ResponseCode: "000" });
  },
);

test("a slow payer's money is taken though nobody waits for the answer, and the IPN tells it", async () => {
  await shop.control("settings", { wallet_slow_ms: 700 });
  const call = plainCall("03120000134");
  const body = JSON.stringify(call);
  const headers = { "content-type": "application/json" };
  const gone = fetch(shop.gateway + V1, { method: "POST", headers, body, signal: AbortSignal.timeout(20) });
  await expect(gone).rejects.toMatchObject({ name: "TimeoutError" });
  expect(await stateOf(call.pp_TxnRefNo)).toMatchObject({ pp_Status: "Pending" });
  await expect.poll(() => shop.notices.at(-1)?.pp_TxnRefNo).toBe(call.pp_TxnRefNo);
  expect(await stateOf(call.pp_TxnRefNo)).toMatchObject({ pp_PaymentResponseCode: "121" });
  await shop.control("settings", { wallet_slow_ms: 60 });
});

test("a pending one may be paid later by itself", async () => {
  const call = cnicCall("03120000121");
  expect(await shop.call(V2, call)).toMatchObject({ pp_ResponseCode: "157" });
  await expect.poll(() => stateOf(call.pp_TxnRefNo)).toMatchObject({ pp_Status: "Completed" });
});

test("the older call takes the number from ppmpf_1 and answers as the return does", async () => {
  const answer = await shop.call(V1, plainCall("03123456789"));
  expect(answer).toMatchObject({
    pp_ResponseCode: "000",
    pp_TxnType: "MWALLET",
    pp_Version: "1.1",
    ppmpf_1: "03123456789",
  });
  expect(isSigned(answer)).toBe(true);
});

test("the orchestrator's older call refuses fields of the portal's", async () => {
  const path = "/payment-orchestrator/api/v1/rest/payments/m-wallet";
  expect(await shop.call(path, plainCall("03123456789"))).toMatchObject({ pp_ResponseCode: "000" });
  const refused = await shop.call(path, plainCall("03123456789", { pp_BankID: "" }));
  expect(refused).toMatchObject({ pp_ResponseCode: "110", pp_ResponseMessage: expect.stringContaining("pp_BankID") });
});

test("the older path makes vouchers", async () => {
  const answer = await shop.call(V1, plainCall("03123456789", { pp_TxnType: "OTC" }));
  expect(answer).toMatchObject({ pp_ResponseCode: "124", pp_RetreivalReferenceNo: expect.stringMatching(/^\d{12}$/) });
});

test("a reference is good for one call", async () => {
  const call = cnicCall("03123456789");
  await shop.call(V2, call);
  expect(await shop.call(V2, call)).toMatchObject({
    pp_ResponseCode: "110",
    pp_ResponseMessage: expect.stringContaining("pp_TxnRefNo"),
  });
});

test.each<[string, Fields]>([
  ["pp_CNIC", { pp_CNIC: "3520112345678" }],
  ["pp_MobileNumber", { pp_MobileNumber: "923123456789" }],
  ["pp_ReturnURL", { pp_ReturnURL: "http://127.0.0.1/" }],
])("%s in a wrong shape or place is refused by its name", async (name, wrong) => {
  const answer = await shop.call(V2, cnicCall("03123456789", wrong));
  expect(answer).toMatchObject({ pp_ResponseCode: "110", pp_ResponseMessage: expect.stringContaining(name) });
  expect(isSigned(answer)).toBe(true);
});

test("numbers and nulls in the JSON are refused", async () => {
  const body = JSON.stringify({ ...cnicCall("03123456789"), pp_Amount: 100 });
  const response = await fetch(shop.gateway + V2, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  expect(await response.json()).toMatchObject({
    pp_ResponseCode: "110",
    pp_ResponseMessage: expect.stringContaining("pp_Amount"),
  });
});

test("a time-out on request comes after the money was taken", async () => {
  await shop.control("faults", { target: "wallet", fault: "timeout" });
  const call = cnicCall("03123456789");
  const body = JSON.stringify(call);
  const headers = { "content-type": "application/json" };
  const silent = fetch(shop.gateway + V2, { method: "POST", headers, body, signal: AbortSignal.timeout(150) });
  await expect(silent).rejects.toMatchObject({ name: "TimeoutError" });
  const taken = { pp_PaymentResponseCode: "121" };
  await expect.poll(() => stateOf(call.pp_TxnRefNo)).toMatchObject(taken);
});

test("the payer may approve on the phone later", async () => {
  const call = cnicCall("03001234567");
  await shop.call(V2, call);
  expect((await shop.form("/dashboard/approve", { reference: call.pp_TxnRefNo ?? "" })).status).toBe(303);
  expect(await stateOf(call.pp_TxnRefNo)).toMatchObject({ pp_Status: "Completed" });
});
