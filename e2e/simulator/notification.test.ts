import { afterAll, beforeAll, expect, test } from "vitest";
import { hashMatches } from "./hash";
import { startPretendShop, type PretendShop } from "./pretend-shop";

const PORTAL = "/CustomerPortal/transactionmanagement";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

async function pay(choice = "pay"): Promise<string> {
  const form = shop.sign({ ...shop.purchase(), ...shop.hosted() });
  const reference = form.pp_TxnRefNo ?? "";
  await shop.form(`${PORTAL}/merchantform`, form);
  await shop.form(`${PORTAL}/TransactionSelection`, { reference, choice });
  return reference;
}

const noticesOf = (reference: string) => shop.notices.filter((notice) => notice.pp_TxnRefNo === reference);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 100));

test("the IPN of a payment says 121, is signed, and names no amount, merchant or bill", async () => {
  await shop.control("settings", { ipn_delay_ms: 1500 });
  const reference = await pay();
  expect(noticesOf(reference)).toEqual([]);
  await shop.control("settings", { ipn_delay_ms: 20 });
  await expect.poll(() => noticesOf(reference)).toHaveLength(1);
  const [notice] = noticesOf(reference);
  expect(Object.keys(notice ?? {})).toEqual([
    "pp_Version",
    "pp_TxnType",
    "pp_BankID",
    "pp_ProductID",
    "pp_Password",
    "pp_TxnRefNo",
    "pp_TxnDateTime",
    "pp_ResponseCode",
    "pp_ResponseMessage",
    "pp_AuthCode",
    "pp_SettlementExpiry",
    "pp_RetreivalReferenceNo",
    "pp_SecureHash",
  ]);
  expect(notice).toMatchObject({
    pp_ResponseCode: "121",
    pp_ProductID: null,
    pp_Password: null,
    pp_SettlementExpiry: null,
  });
  expect(hashMatches(notice ?? {}, "simsalt001", notice?.pp_SecureHash ?? "")).toBe(true);
});

test("a declined payment is told too, a voucher only when it is paid", async () => {
  const declined = await pay("decline");
  await expect.poll(() => noticesOf(declined)).toMatchObject([{ pp_ResponseCode: "402" }]);
  const voucher = await pay("counter");
  await quiet();
  expect(noticesOf(voucher)).toEqual([]);
});

test("it is sent three times at most, until the answer is HTTP 200 with 000", async () => {
  const html = { status: 200, body: "<html>" };
  shop.answers.push({ status: 500, body: '{"pp_ResponseCode":"000"}' }, html, html, html);
  const reference = await pay();
  await expect.poll(() => noticesOf(reference)).toHaveLength(3);
  await quiet();
  expect(noticesOf(reference)).toHaveLength(3);
  shop.answers.length = 0;
});

test("an accepted second attempt ends the tries", async () => {
  shop.answers.push({ status: 400, body: "{}" });
  const reference = await pay();
  await expect.poll(() => noticesOf(reference)).toHaveLength(2);
  await quiet();
  expect(noticesOf(reference)).toHaveLength(2);
});

test("on request it is lost, doubled, forged, or there before the browser", async () => {
  await shop.control("faults", { target: "ipn", fault: "lost" });
  const lost = await pay();
  await quiet();
  expect(noticesOf(lost)).toEqual([]);

  await shop.control("faults", { target: "ipn", fault: "duplicate" });
  const doubled = await pay();
  await expect.poll(() => noticesOf(doubled)).toHaveLength(2);

  await shop.control("faults", { target: "ipn", fault: "before_return" });
  expect(noticesOf(await pay())).toHaveLength(1);

  await shop.control("faults", { target: "ipn", fault: "forged_hash" });
  const forged = await pay();
  await expect.poll(() => noticesOf(forged)).toHaveLength(1);
  const [notice] = noticesOf(forged);
  expect(hashMatches(notice ?? {}, "simsalt001", notice?.pp_SecureHash ?? "")).toBe(false);
});

test("it can be sent again, and the list tells what the shop answered", async () => {
  const reference = await pay();
  await expect.poll(() => noticesOf(reference)).toHaveLength(1);
  expect((await shop.form("/dashboard/ipn", { reference })).status).toBe(303);
  expect(noticesOf(reference)).toHaveLength(2);
  const known: { reference: string; state: string; ipn_attempts: { outcome: string }[] }[] = await (
    await fetch(`${shop.gateway}/_control/transactions`)
  ).json();
  expect(known.find((one) => one.reference === reference)).toMatchObject({
    state: "paid",
    ipn_attempts: [{ outcome: "HTTP 200, 000" }, { outcome: "HTTP 200, 000" }],
  });
});

test("after a reset nothing is known, and nothing that was to be sent is", async () => {
  await shop.control("faults", { target: "ipn", fault: "late", value: 1200 });
  const reference = await pay();
  await shop.control("reset", {});
  expect(await shop.look("transactions")).toEqual([]);
  await shop.control("faults", { target: "ipn", fault: "late", value: 1300 });
  const later = await pay();
  await expect.poll(() => noticesOf(later)).toHaveLength(1);
  expect(noticesOf(reference)).toEqual([]);
});

test("an IPN that the reset finds on its way is not tried again", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  shop.answers.push({ status: 500, body: "{}", after: held });
  const reference = await pay();
  await expect.poll(() => noticesOf(reference)).toHaveLength(1);
  await shop.control("reset", {});
  await shop.control("faults", { target: "ipn", fault: "late", value: 300 });
  const later = await pay();
  await expect.poll(() => noticesOf(later)).toHaveLength(1);
  expect(noticesOf(reference)).toHaveLength(1);
  expect(await shop.look(`messages?reference=${reference}`)).toEqual([]);
  release();
});
