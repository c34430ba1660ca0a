import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { GET, POST, PUT } from "@/app/api/cart/payments/jazzcash/callback/route";
import { testDatabase } from "@/db/test-database";
import { anAttempt, somebody } from "@/db/test-fixtures";
import { ipnOf, returnOf, storyOf } from "@/db/test-notices";
import { env } from "@/lib/env";

const { db } = testDatabase();
const ADDRESS = "http://localhost:3000/api/cart/payments/jazzcash/callback/";
const context = { params: Promise.resolve({}) };
const FORM = "application/x-www-form-urlencoded";

type Fields = Record<string, string | null>;

const send = (body: BodyInit, type = "application/json", headers: Record<string, string> = {}) =>
  POST(new Request(ADDRESS, { method: "POST", body, headers: { "content-type": type, ...headers } }), context);
const tell = (fields: Fields) => send(JSON.stringify(fields));
const post = (fields: Fields) =>
  send(new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, value ?? ""])).toString(), FORM);

const fresh = async () => (await anAttempt(await somebody(db, { now: new Date() }))).payment;

/** Signed as the guide writes it down, without our own code: the values by name, the salt before them. */
function isSignedByTheShop(answer: Record<string, unknown>): boolean {
  const { salt } = env().jazzcash;
  const text = `${salt}&${String(answer.pp_ResponseCode)}&${String(answer.pp_ResponseMessage)}`;
  return createHmac("sha256", salt).update(text).digest("hex").toUpperCase() === answer.pp_SecureHash;
}

it("a success is answered with a signed 000 once it is recorded, and its repeat alike", async () => {
  const payment = await fresh();
  const answers = [await tell(ipnOf(payment)), await tell(ipnOf(payment)), await post(returnOf(payment))];
  for (const response of answers) {
    expect(response.status).toBe(200);
    const answer = await response.json();
    expect(answer).toEqual({
      success: true,
      transaction_id: payment.transaction_id,
      message: "The payment is completed.",
      pp_ResponseCode: "000",
      pp_ResponseMessage: "IPN received successfully",
      pp_SecureHash: expect.any(String),
    });
    expect(isSignedByTheShop(answer)).toBe(true);
  }
  expect(await storyOf(db, payment)).toMatchObject({
    payment: { status: "completed" },
    order: { status: "confirmed" },
  });
});

it.each([
  ["129", "failed"],
  ["157", "processing"],
  ["999", "processing"],
])("news with the code %s is taken in, too: success says how the payment stands", async (pp_ResponseCode, status) => {
  const payment = await fresh();
  const response = await tell(ipnOf(payment, { pp_ResponseCode }));
  expect(response.status).toBe(200);
  const answer = await response.json();
  expect(answer).toMatchObject({ success: false, pp_ResponseCode: "000", message: `The payment is ${status}.` });
  expect(isSignedByTheShop(answer)).toBe(true);
});

it("the hash is compared without regard to case, a form may carry the password", async () => {
  const payment = await fresh();
  const fields = returnOf(payment, { pp_Password: env().jazzcash.password });
  const response = await post({ ...fields, pp_SecureHash: (fields.pp_SecureHash ?? "").toLowerCase() });
  expect(response.status).toBe(200);
  expect(JSON.stringify((await storyOf(db, payment)).heard)).not.toContain(env().jazzcash.password);
});

it.each([
  [400, "invalid_signature", { pp_SecureHash: "0".repeat(64) }, {}],
  [400, "invalid_signature", { pp_ResponseMessage: "another" }, {}],
  [400, "invalid_input", { pp_Extra: "1" }, {}],
  [400, "invalid_input", {}, { pp_ResponseMessage: "a&b" }],
  [400, "invalid_input", {}, { pp_ResponseCode: "PKR" }],
  [400, "merchant_mismatch", {}, { pp_MerchantID: "MC99999" }],
  [400, "amount_mismatch", {}, { pp_Amount: "1" }],
  [400, "currency_mismatch", {}, { pp_TxnCurrency: "USD" }],
  [400, "order_mismatch", {}, { pp_BillReference: "ORDAAAAAAAA20261125" }],
  [404, "payment_not_found", {}, { pp_TxnRefNo: "T261125NOBODYS" }],
] as [number, string, Record<string, string>, Record<string, string>][])(
  "%i %s, in both forms, and the payment stays as it is",
  async (status, code, change, signed) => {
    const payment = await fresh();
    for (const response of [
      await tell({ ...ipnOf(payment, signed), ...change }),
      await post({ ...returnOf(payment, signed), ...change }),
    ]) {
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ status, code, type: `urn:sauda:problem:${code}` });
    }
    const story = await storyOf(db, payment);
    expect(story).toMatchObject({ payment: { status: "pending" }, movements: [] });
    const isNamed = status !== 404;
    expect(story.heard).toHaveLength(isNamed ? 2 : 0);
    expect(story.payment.inquiryWantedAt !== null).toBe(isNamed);
  },
);

it("409 for a gateway reference that another payment has", async () => {
  const [first, second] = [await fresh(), await fresh()];
  const reference = { pp_RetreivalReferenceNo: "881125000001" };
  expect((await tell(ipnOf(first, reference))).status).toBe(200);
  const response = await tell(ipnOf(second, reference));
  expect([response.status, (await response.json()).code]).toEqual([409, "gateway_reference_reused"]);
});

it("a name twice is refused in a form and in JSON's text", async () => {
  const payment = await fresh();
  const twice = JSON.stringify(ipnOf(payment)).replace("{", '{"pp_ResponseCode":"129",');
  const form = new URLSearchParams(Object.entries(returnOf(payment)).map(([name, value]) => [name, value ?? ""]));
  form.append("pp_ResponseCode", "000");
  for (const response of [await send(twice), await send(form.toString(), FORM)]) {
    expect([response.status, (await response.json()).code]).toEqual([400, "invalid_input"]);
  }
  expect((await storyOf(db, payment)).payment.status).toBe("pending");
});

it.each([
  [415, "unsupported_media_type", "hello", "text/plain"],
  [413, "payload_too_large", JSON.stringify({ a: "x".repeat(256 * 1024) }), "application/json"],
  [400, "invalid_input", "[]", "application/json"],
  [400, "invalid_input", "{", "application/json"],
  [400, "invalid_input", "", FORM],
])("%i %s for what is no message", async (status, code, body, type) => {
  const response = await send(body, type);
  expect([response.status, (await response.json()).code]).toEqual([status, code]);
});

it("the gateway may come from any origin; other methods are told which one is answered", async () => {
  const payment = await fresh();
  const origin = { origin: "https://payments.jazzcash.com.pk", "sec-fetch-site": "cross-site" };
  expect((await send(JSON.stringify(ipnOf(payment)), "application/json", origin)).status).toBe(200);
  for (const response of [
    await GET(new Request(ADDRESS), context),
    await PUT(new Request(ADDRESS, { method: "PUT" }), context),
  ]) {
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
  }
});
